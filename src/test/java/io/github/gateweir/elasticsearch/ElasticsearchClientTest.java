package io.github.gateweir.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gateweir.testing.FakeHost;
import io.github.gateweir.testing.FakeHost.Asked;
import io.github.gateweir.testing.FakeHost.Reply;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElasticsearchClientTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final byte[] LINES = "{\"create\":{}}\n{\"a\":1}\n".getBytes(UTF_8);
  private static final int CONNECTIONS = 4;

  private final List<FakeHost> hosts = new ArrayList<>();

  @AfterEach
  void closeHosts() {
    hosts.forEach(FakeHost::close);
  }

  @Test
  void givesTheAnswerAsItIs() throws Exception {
    FakeHost host = host(Reply.json(200, "{\"é\":1}"));

    Answer answer = request(endpoint(host.uri()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.isSuccess()).isTrue();
    assertThat(answer.isJson()).isTrue();
    assertThat(answer.location()).isNull();
    assertThat(answer.text()).isEqualTo("{\"é\":1}");
    assertThat(host.asked()).extracting(Asked::method).containsExactly("PUT");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 301, 400, 401, 403, 404, 409, 413, 429, 500, 501, 502, 503, 504})
  void takesEveryStatusForAnAnswerAndAsksOnce(int status) throws Exception {
    FakeHost host = host(Reply.json(status, status == 204 ? "" : "{}"));

    Answer answer = request(endpoint(host.uri()));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).isEqualTo(status == 204 ? "" : "{}");
    assertThat(host.asked()).hasSize(1);
  }

  @Test
  void saysWhatAProxyAnswers() throws Exception {
    FakeHost host = host(Reply.of(502, "text/html; charset=utf-8", "<h1>Bad gateway</h1>"));

    Answer answer = request(endpoint(host.uri()));

    assertThat(answer.isJson()).isFalse();
    assertThat(answer.contentType()).isEqualTo("text/html; charset=utf-8");
    assertThat(answer.text()).isEqualTo("<h1>Bad gateway</h1>");
  }

  @Test
  void doesNotFollowARedirect() throws Exception {
    FakeHost target = host(Reply.json(200, "{}"));
    FakeHost host = host(Reply.of(307, Map.of("Location", target.uri() + "/x"), new byte[0]));

    Answer answer = request(endpoint(host.uri()));

    assertThat(answer.status()).isEqualTo(307);
    assertThat(answer.location()).isEqualTo(target.uri() + "/x");
    assertThat(answer.body()).isEmpty();
    assertThat(target.asked()).isEmpty();
  }

  @Test
  void sendsWhatAuthorizesWithEveryRequest() throws Exception {
    FakeHost host = host(Reply.json(401, "{}"));
    Endpoint endpoint =
        new Endpoint(List.of(host.uri()), "ApiKey aBc=", null, false, CONNECTIONS, PATIENCE);

    request(endpoint);

    assertThat(host.asked()).hasSize(1);
    assertThat(host.asked().get(0).headers()).containsEntry("Authorization", "ApiKey aBc=");
  }

  @Test
  void putsThePathOfTheHostBeforeEveryOther() throws Exception {
    FakeHost host = host(Reply.json(200, "{}"));

    request(endpoint(URI.create(host.uri() + "/search/es")));

    assertThat(host.asked())
        .extracting(Asked::target)
        .containsExactly("/search/es/_bulk?filter_path=errors");
  }

  @Test
  void compressesTheBody() throws Exception {
    FakeHost host = host(Reply.json(200, "{}"));

    bulk(new Endpoint(List.of(host.uri()), null, null, true, CONNECTIONS, PATIENCE));

    Asked asked = host.asked().get(0);
    assertThat(asked.headers())
        .containsEntry("Content-Encoding", "gzip")
        .containsEntry("Content-Type", "application/x-ndjson");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(asked.body()))).hasBinaryContent(LINES);
  }

  @Test
  void leavesTheBodyAloneWithoutCompression() throws Exception {
    FakeHost host = host(Reply.json(200, "{}"));

    bulk(endpoint(host.uri()));

    Asked asked = host.asked().get(0);
    assertThat(asked.headers()).doesNotContainKey("Content-Encoding");
    assertThat(asked.body()).isEqualTo(LINES);
  }

  @Test
  void readsACompressedAnswer() throws Exception {
    Map<String, String> headers = Map.of("Content-Encoding", "gzip");
    FakeHost host = host(Reply.of(200, headers, zipped("{}".getBytes(UTF_8))));

    assertThat(request(endpoint(host.uri())).text()).isEqualTo("{}");
  }

  @Test
  void asksTheHostsInTurn() throws Exception {
    FakeHost one = host(Reply.json(200, "{}"));
    FakeHost two = host(Reply.json(200, "{}"));

    try (ElasticsearchClient client = new ElasticsearchClient(endpoint(one.uri(), two.uri()))) {
      client.request("GET", "/a", null);
      client.request("GET", "/b", null);
    }

    assertThat(one.asked()).hasSize(1);
    assertThat(two.asked()).hasSize(1);
  }

  @Test
  void asksTheNextHostWhenOneIsDown() throws Exception {
    FakeHost host = host(Reply.json(200, "{}"));

    try (ElasticsearchClient client =
        new ElasticsearchClient(endpoint(URI.create(closed()), host.uri()))) {
      assertThat(client.request("GET", "/a", null).status()).isEqualTo(200);
      assertThat(client.request("GET", "/b", null).status()).isEqualTo(200);
    }

    assertThat(host.asked()).extracting(Asked::target).containsExactly("/a", "/b");
  }

  @Test
  void sendsTheWholeBodyToTheNextHostWhenOneIsNotReady() throws Exception {
    FakeHost starting = host(Reply.json(503, "{}"));
    FakeHost host = host(Reply.json(200, "{}"));

    assertThat(bulk(endpoint(starting.uri(), host.uri())).status()).isEqualTo(200);
    assertThat(starting.asked()).hasSize(1);
    assertThat(host.asked()).extracting(Asked::body).containsExactly(LINES);
  }

  @Test
  void failsWhenNoHostIsThere() {
    assertThatThrownBy(() -> request(endpoint(URI.create(closed()), URI.create(closed()))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Connection refused");
  }

  @Test
  void failsWhenAHostIsSilent() throws Exception {
    FakeHost host = host(Reply.never());
    Endpoint hasty = endpoint(host.uri()).withRequestTimeout(Duration.ofMillis(200));

    assertThatThrownBy(() -> request(hasty)).isInstanceOf(IOException.class);
    assertThat(host.asked()).hasSize(1);
  }

  @Test
  void failsWhenAnAnswerIsCutOff() throws Exception {
    FakeHost host = host(new Reply(200, Map.of(), "{\"errors\"".getBytes(UTF_8), 100));

    assertThatThrownBy(() -> request(endpoint(host.uri()))).isInstanceOf(IOException.class);
  }

  @Test
  void refusesAnAnswerThatWouldNotFitInMemory() throws Exception {
    byte[] huge = zipped(new byte[Bodies.MAX_LENGTH + 1]);
    FakeHost host = host(Reply.of(200, Map.of("Content-Encoding", "gzip"), huge));

    assertThatThrownBy(() -> request(endpoint(host.uri())))
        .isInstanceOf(IOException.class)
        .hasMessage("the answer is larger than 100 MB");
  }

  @Test
  void hasAsManyRequestsUnderWayAsAllowed() throws Exception {
    CyclicBarrier together = new CyclicBarrier(CONNECTIONS);
    FakeHost host = host(asked -> answerTogether(together));

    try (ElasticsearchClient client = new ElasticsearchClient(endpoint(host.uri()))) {
      List<CompletableFuture<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        answers.add(client.send("POST", "/_bulk", ElasticsearchClient.NDJSON, LINES));
      }
      for (CompletableFuture<Answer> answer : answers) {
        assertThat(answer.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
      }
    }
  }

  private static Reply answerTogether(CyclicBarrier together) {
    try {
      together.await(10, TimeUnit.SECONDS);
      return Reply.json(200, "{}");
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      return Reply.json(500, "{}");
    }
  }

  @Test
  void failsWhatIsUnderWayWhenItIsClosed() throws Exception {
    FakeHost host = host(Reply.never());
    ElasticsearchClient client = new ElasticsearchClient(endpoint(host.uri()));
    CompletableFuture<Answer> answer = client.send("GET", "/", ElasticsearchClient.JSON, null);

    client.close();

    assertThatThrownBy(() -> answer.get(5, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IOException.class);
    assertThatThrownBy(() -> client.request("GET", "/", null)).isInstanceOf(IOException.class);
  }

  @Test
  void showsOnlyItsHosts() {
    Endpoint endpoint =
        new Endpoint(List.of(URI.create("http://es:9200")), "ApiKey k", "pem", true, 1, PATIENCE);

    assertThat(endpoint).hasToString("[http://es:9200]");
  }

  private static Answer request(Endpoint endpoint) throws IOException {
    try (ElasticsearchClient client = new ElasticsearchClient(endpoint)) {
      return client.request("PUT", "/_bulk?filter_path=errors", "{}");
    }
  }

  private static Answer bulk(Endpoint endpoint) throws Exception {
    try (ElasticsearchClient client = new ElasticsearchClient(endpoint)) {
      return client
          .send("POST", "/_bulk", ElasticsearchClient.NDJSON, LINES)
          .get(10, TimeUnit.SECONDS);
    }
  }

  private static Endpoint endpoint(URI... hosts) {
    return new Endpoint(List.of(hosts), null, null, false, CONNECTIONS, PATIENCE);
  }

  private FakeHost host(Reply reply) throws IOException {
    return host(asked -> reply);
  }

  private FakeHost host(Function<Asked, Reply> answers) throws IOException {
    FakeHost host = new FakeHost(answers);
    hosts.add(host);
    return host;
  }

  /** The URL of a port where nobody listens. */
  private static String closed() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort();
    }
  }

  private static byte[] zipped(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body);
    }
    return bytes.toByteArray();
  }
}
