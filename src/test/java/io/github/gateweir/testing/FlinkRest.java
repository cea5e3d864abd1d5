package io.github.gateweir.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** A {@link FlinkCluster}'s REST API. */
public final class FlinkRest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI root;

  FlinkRest(String host, int port) {
    root = URI.create("http://" + host + ":" + port);
  }

  /** Where the API, and Flink's web UI, is. */
  public URI root() {
    return root;
  }

  /** A job's status as Flink writes it, such as {@code RUNNING}. */
  public String status(String job) {
    return get("/jobs/" + job).path("state").asText();
  }

  /** Waits up to 60 s until the job has the status. */
  public void awaitStatus(String job, String status) {
    await("job " + job + " is " + status).atMost(LIMIT).until(() -> status(job), status::equals);
  }

  /** How many checkpoints of the job have completed so far. */
  public long completedCheckpoints(String job) {
    return checkpoints(job, "completed");
  }

  /** How often the job was restored from a checkpoint or savepoint so far. */
  public long restores(String job) {
    return checkpoints(job, "restored");
  }

  /** Cancels the job and waits until it is. */
  public void cancel(String job) {
    send("PATCH", "/jobs/" + job + "?mode=cancel", "");
    awaitStatus(job, "CANCELED");
  }

  /** Takes a savepoint of the running job and returns its path. */
  public String savepoint(String job) {
    return awaitSavepoint(job, send("POST", "/jobs/" + job + "/savepoints", "{}"));
  }

  /** Stops the job with a savepoint and returns its path. */
  public String stop(String job) {
    String path = awaitSavepoint(job, send("POST", "/jobs/" + job + "/stop", "{}"));
    awaitStatus(job, "FINISHED");
    return path;
  }

  /** The ids of the TaskManagers that the JobManager knows. */
  public List<String> taskManagers() {
    return StreamSupport.stream(get("/taskmanagers").path("taskmanagers").spliterator(), false)
        .map(taskManager -> taskManager.path("id").asText())
        .toList();
  }

  /** What the API answers to a GET. */
  public JsonNode get(String path) {
    return send("GET", path, "");
  }

  /** Whether a JobManager answers that has the text in its configuration. */
  boolean isUpWith(String text) {
    return get("/jobmanager/config").toString().contains(text);
  }

  private long checkpoints(String job, String kind) {
    return get("/jobs/" + job + "/checkpoints").path("counts").path(kind).asLong();
  }

  private String awaitSavepoint(String job, JsonNode trigger) {
    String path = "/jobs/" + job + "/savepoints/" + trigger.path("request-id").asText();
    JsonNode done =
        await("a savepoint of job " + job)
            .atMost(LIMIT)
            .until(
                () -> get(path),
                answer -> answer.path("status").path("id").asText().equals("COMPLETED"));
    JsonNode location = done.path("operation").path("location");
    if (location.isMissingNode()) {
      throw new IllegalStateException("No savepoint of job " + job + ": " + done);
    }
    return location.asText();
  }

  private JsonNode send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve(path))
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(
            method + " " + path + " returned " + answer.statusCode() + ": " + answer.body());
      }
      return JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(method + " " + path + " did not return JSON", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted in " + method + " " + path, e);
    }
  }
}
