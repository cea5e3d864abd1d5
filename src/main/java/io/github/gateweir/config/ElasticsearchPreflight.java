package io.github.gateweir.config;

import io.github.gateweir.elasticsearch.Answer;
import io.github.gateweir.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.apache.flink.configuration.ConfigOption;

/** Whether hosts answer, take the credentials, and have been set up. */
final class ElasticsearchPreflight implements AutoCloseable {

  /** How long hosts may take to answer, all questions together: 10 s less the rest of the start. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final String KEY = ElasticsearchOptions.HOSTS.key();
  private static final int LONGEST_REASON = 200;

  private final ElasticsearchSettings settings;
  private final String hosts;
  private final long deadline = System.nanoTime() + PATIENCE.toNanos();
  private final ElasticsearchClient client;

  /** A check of a cluster; it connects when it is asked something. */
  ElasticsearchPreflight(ElasticsearchSettings settings) {
    this.settings = settings;
    this.hosts = settings.hosts().stream().map(URI::toString).collect(Collectors.joining(", "));
    Duration each = PATIENCE.dividedBy(settings.hosts().size());
    this.client = new ElasticsearchClient(settings.endpoint().withRequestTimeout(each));
  }

  /**
   * Checks that the index templates of data streams exist.
   *
   * @param datasets the datasets of the streams, such as {@code gateweir.gateway_network}
   * @return what the user may want to know though it is no mistake, one sentence each
   */
  List<String> check(List<String> datasets) {
    List<String> notes = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String dataset : datasets) {
      String template = "logs-" + dataset;
      Answer answer = ask("/_index_template/" + template);
      refuseStranger(answer);
      switch (answer.status()) {
        case 200 -> {}
        case 404 -> missing.add(template);
        case 403 -> notes.add(notAllowed(template));
        default -> throw failure(answer);
      }
    }
    if (!missing.isEmpty()) {
      throw notSetUp(missing);
    }
    if (sendsCredentialsInClear()) {
      notes.add(
          KEY + " has a host with http://, to which the credentials go unencrypted: use https://.");
    }
    return notes;
  }

  private Answer ask(String path) {
    try {
      return client
          .send("GET", path, ElasticsearchClient.JSON, null)
          .get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SSLException ? untrusted(e) : unreachable(Reason.of(e), e);
    } catch (TimeoutException e) {
      throw unreachable("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable("interrupted", e);
    }
  }

  private UnreachableException unreachable(String reason, Exception cause) {
    return new UnreachableException(
        "%s: no host at %s answered within %d s (%s): start it, or correct the address."
            .formatted(KEY, hosts, PATIENCE.toSeconds(), reason),
        cause);
  }

  private SettingsException untrusted(Exception cause) {
    return new SettingsException(
        ("%s: no trusted connection to %s: %s: set"
                + " gateweir.sink.elasticsearch.certificate-authority to the certificate of the"
                + " authority that signed the host's, and name the host as its certificate does.")
            .formatted(KEY, hosts, Reason.of(cause)),
        cause);
  }

  /** Answers that come from a proxy, or from anything else that is not Elasticsearch. */
  private void refuseStranger(Answer answer) {
    if (answer.location() != null) {
      throw new SettingsException(
          "%s: %s redirects to %s, and redirects are not followed: name the right address."
              .formatted(KEY, hosts, answer.location()));
    }
    if (!answer.isJson() && answer.status() < 500 && answer.status() != 401) {
      String what = answer.contentType() == null ? "nothing" : answer.contentType();
      throw new SettingsException(
          "%s: what answers at %s is not Elasticsearch: status %d with %s where JSON belongs: correct"
                  .formatted(KEY, hosts, answer.status(), what)
              + " the address.");
    }
  }

  private RuntimeException failure(Answer answer) {
    if (answer.status() == 401) {
      return refused();
    }
    if (answer.status() >= 500 || answer.status() == 429) {
      return new UnreachableException(
          "%s: %s is not ready, it answers with status %d: try again when it is."
              .formatted(KEY, hosts, answer.status()),
          new IOException(answer.text()));
    }
    String text = answer.text().lines().findFirst().orElse("");
    return new SettingsException(
        "%s: %s answered a question for an index template with status %d: %s"
            .formatted(
                KEY,
                hosts,
                answer.status(),
                text.substring(0, Math.min(LONGEST_REASON, text.length()))));
  }

  private SettingsException refused() {
    if (settings.apiKey() != null) {
      return refused(ElasticsearchOptions.API_KEY, "key");
    }
    if (settings.username() != null) {
      return refused(ElasticsearchOptions.USERNAME, "user with this password");
    }
    return new SettingsException(
        ("%s: %s asks for credentials (401): set gateweir.sink.elasticsearch.api-key, or .username"
                + " and .password.")
            .formatted(KEY, hosts));
  }

  private SettingsException refused(ConfigOption<String> option, String what) {
    return new SettingsException(
        "%s: %s did not accept the %s (401): correct it.".formatted(option.key(), hosts, what));
  }

  private String notAllowed(String template) {
    return "It could not be checked whether %s has the index template %s: these credentials may not see it (403)."
        .formatted(hosts, template);
  }

  private SettingsException notSetUp(List<String> templates) {
    String what =
        templates.size() == 1
            ? "the index template " + templates.get(0) + " does"
            : "the index templates " + String.join(", ", templates) + " do";
    return new SettingsException(
        "%s: %s not exist on %s: run \"gateweir elasticsearch setup\" first."
            .formatted(KEY, what, hosts));
  }

  private boolean sendsCredentialsInClear() {
    boolean credentials = settings.apiKey() != null || settings.username() != null;
    return credentials
        && settings.hosts().stream()
            .anyMatch(host -> host.getScheme().equals("http") && !isLoopback(host));
  }

  private static boolean isLoopback(URI host) {
    String name = host.getHost().toLowerCase(Locale.ROOT);
    return name.equals("localhost") || name.startsWith("127.") || name.equals("[::1]");
  }

  @Override
  public void close() {
    client.close();
  }
}
