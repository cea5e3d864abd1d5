package io.github.gateweir.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gateweir.testing.Certificates;
import io.github.gateweir.testing.FakeHost;
import io.github.gateweir.testing.FakeHost.Asked;
import io.github.gateweir.testing.FakeHost.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElasticsearchPreflightTest {

  private static final String KEY = "gateweir.sink.elasticsearch.hosts: ";
  private static final String[] BOTH = {
    "gateweir.sink.events=elasticsearch",
    "gateweir.sink.alerts=stdout",
    "gateweir.sink.sessions=stdout",
    "gateweir.sink.dead-letters=elasticsearch"
  };

  @TempDir private Path folder;
  private FakeHost host;

  @AfterEach
  void closeHost() {
    if (host != null) {
      host.close();
    }
  }

  @Test
  void findsNothingToSayAboutAClusterThatIsSetUp() throws IOException {
    answers(Reply.json(200, "{\"index_templates\":[{}]}"));

    assertThat(check(BOTH)).isEmpty();
    assertThat(host.asked())
        .extracting(Asked::target)
        .containsExactly(
            "/_index_template/logs-" + SinkStream.EVENTS.dataset(),
            "/_index_template/logs-" + SinkStream.DEAD_LETTERS.dataset());
  }

  @Test
  void asksForTheAlertsAndSessionsThatFollowTheEvents() throws IOException {
    answers(Reply.json(200, "{}"));

    check("gateweir.sink.events=elasticsearch", "gateweir.sink.dead-letters=stdout");
    assertThat(host.asked())
        .extracting(Asked::target)
        .containsExactly(
            "/_index_template/logs-gateweir.gateway_network",
            "/_index_template/logs-gateweir.alert",
            "/_index_template/logs-gateweir.session");
  }

  @Test
  void asksOnlyForTheStreamsThatGoThere() throws IOException {
    answers(Reply.json(200, "{}"));

    check("gateweir.sink.dead-letters=elasticsearch", "gateweir.sink.events=stdout");
    assertThat(host.asked())
        .extracting(Asked::target)
        .containsExactly("/_index_template/logs-gateweir.dead_letter");
  }

  @Test
  void asksNothingWhenNoStreamGoesThere() throws IOException {
    answers(Reply.json(500, "{}"));

    assertThat(check("gateweir.sink.events=stdout", "gateweir.sink.dead-letters=stdout")).isEmpty();
    assertThat(host.asked()).isEmpty();
  }

  @Test
  void sendsToSetupWhenTemplatesAreMissing() throws IOException {
    answers(Reply.json(404, "{\"status\":404}"));

    assertRefused(
        KEY
            + "the index templates logs-gateweir.gateway_network, logs-gateweir.dead_letter do not"
            + " exist on %s: run \"gateweir elasticsearch setup\" first.",
        BOTH);
  }

  @Test
  void sendsToSetupWhenOneTemplateIsMissing() throws IOException {
    host =
        new FakeHost(asked -> Reply.json(asked.target().endsWith("dead_letter") ? 404 : 200, "{}"));

    assertRefused(
        KEY
            + "the index template logs-gateweir.dead_letter does not exist on %s: run \"gateweir"
            + " elasticsearch setup\" first.",
        BOTH);
  }

  @Test
  void notesThatItMayNotSeeTheTemplates() throws IOException {
    answers(Reply.json(403, "{}"));

    assertThat(
            check(
                "gateweir.sink.events=elasticsearch",
                "gateweir.sink.alerts=stdout",
                "gateweir.sink.sessions=stdout",
                "gateweir.sink.dead-letters=stdout"))
        .containsExactly(
            "It could not be checked whether "
                + host.uri()
                + " has the index template logs-gateweir.gateway_network: these credentials may not"
                + " see it (403).");
  }

  @Test
  void namesTheKeyWhoseCredentialsAreNotAccepted() throws IOException {
    answers(Reply.json(401, "{}"));

    assertRefused(
        "gateweir.sink.elasticsearch.api-key: %s did not accept the key (401): correct it.",
        with("gateweir.sink.elasticsearch.api-key=k"));
    assertRefused(
        "gateweir.sink.elasticsearch.username: %s did not accept the user with this password (401):"
            + " correct it.",
        with("gateweir.sink.elasticsearch.username=u", "gateweir.sink.elasticsearch.password=p"));
    assertRefused(
        KEY
            + "%s asks for credentials (401): set gateweir.sink.elasticsearch.api-key, or .username"
            + " and .password.",
        BOTH);
  }

  @Test
  void knowsWhatIsNotElasticsearch() throws IOException {
    answers(Reply.of(200, "text/html", "<html>Sign in</html>"));

    assertRefused(
        KEY
            + "what answers at %s is not Elasticsearch: status 200 with text/html where JSON belongs:"
            + " correct the address.",
        BOTH);
  }

  @Test
  void doesNotTakeAProxysRefusalForElasticsearchs() throws IOException {
    answers(Reply.of(403, "text/html", "<html>Forbidden</html>"));

    assertRefused(
        KEY
            + "what answers at %s is not Elasticsearch: status 403 with text/html where JSON belongs:"
            + " correct the address.",
        BOTH);
  }

  @Test
  void doesNotFollowARedirect() throws IOException {
    answers(Reply.of(302, Map.of("Location", "https://login.example/"), new byte[0]));

    assertRefused(
        KEY
            + "%s redirects to https://login.example/, and redirects are not followed: name the right"
            + " address.",
        BOTH);
  }

  @Test
  void repeatsWhatAnAnswerSaysThatNobodyExpects() throws IOException {
    answers(Reply.json(400, "{\"error\":\"no\"}\nmore"));

    assertRefused(
        KEY + "%s answered a question for an index template with status 400: {\"error\":\"no\"}",
        BOTH);
  }

  @Test
  void saysThatAClusterIsNotReady() throws IOException {
    answers(Reply.of(503, "text/html", "<html>Unavailable</html>"));

    assertThatThrownBy(() -> check(BOTH))
        .isInstanceOf(UnreachableException.class)
        .hasMessage(
            KEY + host.uri() + " is not ready, it answers with status 503: try again when it is.");
  }

  @Test
  void saysThatNoHostAnswers() throws IOException {
    String closed = closed();

    assertThatThrownBy(() -> checkAt(closed, BOTH))
        .isInstanceOf(UnreachableException.class)
        .hasMessageStartingWith(KEY + "no host at " + closed + " answered within 8 s (")
        .hasMessageEndingWith("Connection refused): start it, or correct the address.");
  }

  @Test
  void tellsWithinTenSecondsThatAHostIsSilentAndAsksTheNext() throws IOException {
    answers(Reply.json(200, "{}"));
    long start = System.nanoTime();
    try (FakeHost silent = new FakeHost(asked -> Reply.never())) {
      assertThat(checkAt(silent.uri() + ";" + host.uri(), BOTH)).isEmpty();
      assertThat(silent.asked()).hasSize(1);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void saysThatAHostIsNotTrusted() throws Exception {
    host = FakeHost.withTls(new Certificates(folder).host(), asked -> Reply.json(200, "{}"));

    assertThatThrownBy(() -> check(BOTH))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith(KEY + "no trusted connection to " + host.uri() + ": ")
        .hasMessageEndingWith(
            ": set gateweir.sink.elasticsearch.certificate-authority to the certificate of the"
                + " authority that signed the host's, and name the host as its certificate does.");
  }

  @Test
  void notesThatCredentialsGoUnencrypted() throws IOException {
    answers(Reply.json(200, "{}"));
    String also = ";http://es.invalid:9200";

    assertThat(checkAt(host.uri() + also, with("gateweir.sink.elasticsearch.api-key=k")))
        .containsExactly(
            "gateweir.sink.elasticsearch.hosts has a host with http://, to which the credentials go"
                + " unencrypted: use https://.");
    assertThat(checkAt(host.uri() + also, BOTH)).isEmpty();
    assertThat(check(with("gateweir.sink.elasticsearch.api-key=k"))).isEmpty();
  }

  private void answers(Reply reply) throws IOException {
    host = new FakeHost(asked -> reply);
  }

  private void assertRefused(String sentence, String... definitions) {
    assertThatThrownBy(() -> check(definitions))
        .isInstanceOf(SettingsException.class)
        .hasMessage(sentence, host.uri());
  }

  private List<String> check(String... definitions) {
    return checkAt(host.uri().toString(), definitions);
  }

  private List<String> checkAt(String hosts, String... definitions) {
    List<String> all = new ArrayList<>(List.of(definitions));
    all.add("gateweir.source.files.path=" + folder);
    all.add("gateweir.sink.elasticsearch.hosts=" + hosts);
    return Preflight.check(
        new SettingsLoader(Map.of()).overrides(Overrides.parse(all)).load(new Configuration()));
  }

  private static String[] with(String... more) {
    List<String> all = new ArrayList<>(List.of(BOTH));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /** The URL of a port where nobody listens. */
  private static String closed() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort();
    }
  }
}
