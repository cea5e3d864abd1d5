package io.github.gateweir.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.testing.SearchClient.Answer;
import io.github.gateweir.testing.SearchServer.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Kind.class)
class SearchServerITCase {
  private static SearchServer server;

  private final Kind kind;

  SearchServerITCase(Kind kind) {
    this.kind = kind;
  }

  @BeforeParameterizedClassInvocation
  static void startServer(Kind kind) {
    server = SearchServer.start(kind, Map.of("http.max_content_length", "2mb"));
  }

  @AfterParameterizedClassInvocation
  static void closeServer() {
    server.close();
  }

  @Test
  void makesADataStreamOfWhatATemplateMatches() {
    SearchClient client = server.client();
    put(
        "/_index_template/streams",
        """
        {
          "index_patterns": ["logs-streams-*"],
          "data_stream": {},
          "priority": 500,
          "template": {"mappings": {"properties": {"size": {"type": "long"}}}}
        }
        """);

    JsonNode first = write("logs-streams-a", "1", "{\"@timestamp\": 1, \"size\": 5}");
    JsonNode again = write("logs-streams-a", "1", "{\"@timestamp\": 1, \"size\": 6}");
    JsonNode wrong = write("logs-streams-a", "2", "{\"@timestamp\": 1, \"size\": \"big\"}");

    assertThat(Stream.of(first, again, wrong).map(item -> item.path("status").asInt()))
        .containsExactly(201, 409, 400);
    assertThat(first.path("_index").asText()).startsWith(".ds-logs-streams-a-");
    assertThat(client.documents("logs-streams-a").toString())
        .isEqualTo("[{\"@timestamp\":1,\"size\":5}]");
  }

  @Test
  void readsMoreDocumentsThanOnePageHolds() {
    int count = TestSize.records(12_000, 200_000);
    List<String> ids = IntStream.range(0, count).mapToObj(Integer::toString).toList();

    for (int from = 0; from < count; from += 10_000) {
      Answer answer =
          server.client().bulk(lines(ids.subList(from, Math.min(from + 10_000, count))));
      assertThat(answer.body().path("errors").asBoolean(true)).isFalse();
    }

    assertThat(server.client().count("many")).isEqualTo(count);
    // AssertJ's comparison in any order takes the square of the number.
    assertThat(server.client().ids("many").stream().sorted().toList())
        .isEqualTo(ids.stream().sorted().toList());
    assertThat(server.client().documents("many")).hasSize(count);
  }

  @Test
  void hasNothingInAnIndexThatIsNotThere() {
    assertThat(server.client().count("nowhere")).isZero();
    assertThat(server.client().ids("nowhere")).isEmpty();
  }

  @Test
  void obeysSettingsOfTheTest() {
    String threeMegabytes = "{\"text\": \"" + "x".repeat(3 << 20) + "\"}";

    assertThat(server.client().post("/long/_doc", threeMegabytes).status()).isEqualTo(413);
  }

  @Test
  void keepsItsDataWhenItIsKilledAndRestarted() {
    String url = server.url();
    write("kept", "before", "{\"n\": 1}");

    server.kill();
    server.restart();
    write("kept", "after", "{\"n\": 2}");

    assertThat(server.client().ids("kept")).containsExactlyInAnyOrder("before", "after");
    assertThat(server.url()).isEqualTo(url);
  }

  @Test
  void saysWhenAnotherProcessHasItsPort() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> SearchServer.startOn(kind, other.getLocalPort(), Map.of()))
          .isInstanceOfSatisfying(
              ServerStartException.class, e -> assertThat(e.portTaken()).isTrue());
    }
  }

  private static String lines(List<String> ids) {
    return ids.stream()
        .map(id -> "{\"index\": {\"_index\": \"many\", \"_id\": \"" + id + "\"}}\n{}\n")
        .collect(Collectors.joining());
  }

  private static void put(String path, String json) {
    assertThat(server.client().put(path, json).status()).isEqualTo(200);
  }

  /** Creates a document and returns the item that the server answers. */
  private static JsonNode write(String index, String id, String document) {
    String action = "{\"create\": {\"_index\": \"" + index + "\", \"_id\": \"" + id + "\"}}";
    Answer answer = server.client().bulk(action + "\n" + document + "\n");
    return answer.body().path("items").path(0).path("create");
  }
}
