package io.github.gateweir.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpFaultsTest {
  private static final String LINES =
      """
      {"create": {"_index": "logs", "_id": "a"}}
      {"n": 1}
      {"delete": {"_index": "logs", "_id": "b"}}
      {"index": {"_index": "logs"}}
      {"n": 3}
      """;

  private final HttpFaults server = HttpFaults.start(HttpAnswer.json(200, "{}"));
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @AfterEach
  void closeServer() {
    server.close();
  }

  @Test
  void answersAsWrittenDownAndThenAsByDefault() throws IOException, InterruptedException {
    server.next(HttpAnswer.json(503, Map.of("Retry-After", "7"), "{\"error\": 1}"));
    server.next(HttpAnswer.html(502, "<html>Bad gateway</html>"));
    server.next(HttpAnswer.redirect(307, "http://127.0.0.1:1/login"));

    HttpResponse<String> json = post("/", "1");
    HttpResponse<String> html = post("/", "2");
    HttpResponse<String> redirect = post("/", "3");
    HttpResponse<String> last = post("/", "4");

    assertThat(json.statusCode()).isEqualTo(503);
    assertThat(json.headers().firstValue("Retry-After")).hasValue("7");
    assertThat(json.body()).isEqualTo("{\"error\": 1}");
    assertThat(html.statusCode()).isEqualTo(502);
    assertThat(html.headers().firstValue("Content-Type")).hasValue("text/html");
    assertThat(html.body()).isEqualTo("<html>Bad gateway</html>");
    assertThat(redirect.statusCode()).isEqualTo(307);
    assertThat(redirect.headers().firstValue("Location")).hasValue("http://127.0.0.1:1/login");
    assertThat(last.body()).isEqualTo("{}");
  }

  @Test
  void answersOtherwiseFromTheMomentItIsTold() throws IOException, InterruptedException {
    server.otherwise(HttpAnswer.json(429, "{}"));

    assertThat(post("/", "").statusCode()).isEqualTo(429);
  }

  @Test
  void recordsWhatItWasSent() throws IOException, InterruptedException {
    post("/logs/_doc?refresh=true", "first");
    http.send(HttpRequest.newBuilder(URI.create(server.url())).build(), BodyHandlers.ofString());

    assertThat(server.requests()).hasSize(2);
    ReceivedRequest first = server.requests().get(0);
    assertThat(first.method()).isEqualTo("POST");
    assertThat(first.path()).isEqualTo("/logs/_doc?refresh=true");
    assertThat(first.headers()).containsEntry("content-TYPE", "application/json");
    assertThat(first.body()).isEqualTo("first");
    assertThat(server.requests().get(1).method()).isEqualTo("GET");
    assertThat(server.requests().get(1).body()).isEmpty();
  }

  @Test
  void recordsRequestsOfManyThreads() {
    CompletableFuture<?>[] sent =
        IntStream.range(0, 50)
            .mapToObj(i -> http.sendAsync(request("/" + i, ""), BodyHandlers.ofString()))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(sent).join();

    assertThat(server.requests())
        .extracting(ReceivedRequest::path)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 50).mapToObj(i -> "/" + i).toList());
  }

  @Test
  void endsTheConnectionInTheMiddleOfAnAnswer() {
    server.next(HttpAnswer.half(200, "{\"took\": 1,"));

    assertThatThrownBy(() -> post("/", "")).isInstanceOf(IOException.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void endsTheConnectionWithoutAnAnswer() {
    server.next(HttpAnswer.disconnect());

    assertThatThrownBy(() -> post("/", "")).isInstanceOf(IOException.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void holdsAnAnswerUntilItIsReleased() throws Exception {
    HeldAnswer held = HttpAnswer.held(HttpAnswer.json(201, "{}"));
    server.next(held);

    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request("/", ""), BodyHandlers.ofString());
    await().until(() -> !server.requests().isEmpty());
    assertThat(post("/", "").statusCode()).isEqualTo(200);
    assertThat(answer).isNotDone();
    held.release();

    assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
  }

  @Test
  void keepsSilentLongerThanAClientWaits() {
    server.next(HttpAnswer.held(HttpAnswer.json(200, "{}")));

    assertThatThrownBy(
            () ->
                http.send(
                    HttpRequest.newBuilder(URI.create(server.url()))
                        .timeout(Duration.ofMillis(200))
                        .build(),
                    BodyHandlers.ofString()))
        .isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void endsHeldConnectionsWhenItIsClosed() {
    server.next(HttpAnswer.held(HttpAnswer.json(200, "{}")));
    CompletableFuture<HttpResponse<String>> answer =
        http.sendAsync(request("/", ""), BodyHandlers.ofString());
    await().until(() -> !server.requests().isEmpty());

    server.close();

    assertThat(answer).failsWithin(Duration.ofSeconds(10));
  }

  @Test
  void saysThatAllItemsOfABulkRequestWereWritten() throws IOException, InterruptedException {
    server.otherwise(HttpAnswer.bulk());

    assertThatJson(post("/_bulk?timeout=1m", LINES).body())
        .isEqualTo(
            """
            {
              "took": 1,
              "errors": false,
              "items": [
                {"create":
                  {"_index": "logs", "_id": "a", "status": 201, "_version": 1, "result": "created"}},
                {"delete":
                  {"_index": "logs", "_id": "b", "status": 201, "_version": 1, "result": "created"}},
                {"index":
                  {"_index": "logs", "_id": "", "status": 201, "_version": 1, "result": "created"}}
              ]
            }
            """);
    assertThat(post("/_search", "").statusCode()).isEqualTo(404);
  }

  @Test
  void refusesTheItemsThatTheTestRefuses() throws IOException, InterruptedException {
    server.otherwise(
        HttpAnswer.bulk(
            items -> items.stream().map(HttpFaultsTest::refuseDocumentsThatAreThree).toList()));

    assertThatJson(post("/_bulk", LINES).body())
        .isObject()
        .containsEntry("errors", true)
        .node("items[2].index")
        .isEqualTo(
            """
            {
              "_index": "logs",
              "_id": "",
              "status": 400,
              "error": {"type": "mapper_parsing_exception", "reason": "three"}
            }
            """);
    assertThat(BulkItem.read(server.requests().get(0)))
        .extracting(BulkItem::action)
        .containsExactly("create", "delete", "index");
  }

  @Test
  void readsACompressedBodyInChunks() throws IOException, InterruptedException {
    server.otherwise(HttpAnswer.bulk());
    byte[] compressed = gzip(LINES);
    BodyPublisher chunked =
        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(compressed));

    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(server.url() + "/_bulk"))
                .header("Content-Encoding", "gzip")
                .POST(chunked)
                .build(),
            BodyHandlers.ofString());

    assertThatJson(answer.body()).node("items").isArray().hasSize(3);
    assertThat(server.requests().get(0).headers()).containsEntry("Transfer-Encoding", "chunked");
    assertThat(server.requests().get(0).body()).isEqualTo(LINES);
  }

  @Test
  void doesNotTakeHalfARequestForAWhole() throws IOException {
    URI uri = URI.create(server.url());
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket
          .getOutputStream()
          .write("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nhalf".getBytes(UTF_8));
      socket.shutdownOutput();

      assertThat(socket.getInputStream().readAllBytes()).isEmpty();
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void tellsTheTestThatARequestWasUnreadable() throws IOException, InterruptedException {
    HttpFaults strict = HttpFaults.start(HttpAnswer.bulk());

    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(strict.url() + "/_bulk"))
                .POST(BodyPublishers.ofString("{\"create\": {}}\n{}"))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThatThrownBy(strict::close)
        .hasRootCauseMessage("The last line of a bulk request is not ended");
  }

  @Test
  void tellsTheTestThatItsAnswerWasWrong() throws IOException, InterruptedException {
    HttpFaults wrong = HttpFaults.start(HttpAnswer.bulk(items -> List.of()));

    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(wrong.url() + "/_bulk"))
                .POST(BodyPublishers.ofString(LINES))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThatThrownBy(wrong::close)
        .hasRootCauseMessage("0 verdicts for the 3 items of a bulk request");
  }

  private static BulkVerdict refuseDocumentsThatAreThree(BulkItem item) {
    return item.document().path("n").asInt() == 3
        ? new BulkVerdict(400, "mapper_parsing_exception", "three")
        : BulkVerdict.CREATED;
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return http.send(request(path, body), BodyHandlers.ofString());
  }

  private HttpRequest request(String path, String body) {
    return HttpRequest.newBuilder(URI.create(server.url() + path))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
