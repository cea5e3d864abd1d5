package io.github.gateweir.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gateweir.ecs.Profile;
import io.github.gateweir.elasticsearch.setup.Report;
import io.github.gateweir.testing.SearchClient;
import io.github.gateweir.testing.SearchServer;
import io.github.gateweir.testing.SearchServer.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of documents on real servers that were set up. */
@ParameterizedClass
@EnumSource(Kind.class)
class SetupDocumentsITCase {

  private static final String EVENTS = "logs-gateweir.gateway_network-";
  private static final String DEAD_LETTERS = "logs-gateweir.dead_letter-";
  private static final String GOLDEN = EVENTS + "golden";
  private static final Instant FIRST = Instant.EPOCH;

  /** The end of what 63 bits of nanoseconds since 1970 reach, and so of date_nanos. */
  private static final Instant LAST = Instant.parse("2262-04-11T23:47:16.854775807Z");

  private static SearchServer server;
  private static List<JsonNode> refused;
  private static List<JsonNode> golden;

  private final Kind kind;
  private final SearchClient client = server.client();

  SetupDocumentsITCase(Kind kind) {
    this.kind = kind;
  }

  @BeforeParameterizedClassInvocation
  static void setUp(Kind kind) {
    server = SearchServer.start(kind);
    Setups.run(server);
    golden = new ArrayList<>(GoldenDocuments.of(Profile.EXTENDED).events());
    refused = write(GOLDEN, golden);
    golden.removeAll(refused);
    server.client().refresh(GOLDEN);
  }

  @AfterParameterizedClassInvocation
  static void closeServer() {
    server.close();
  }

  @Test
  void refusesOnlyTimesThatNanosecondsCannotReach() {
    assertThat(golden).hasSizeGreaterThan(150).noneMatch(SetupDocumentsITCase::isOutOfReach);
    assertThat(refused).isNotEmpty().allMatch(SetupDocumentsITCase::isOutOfReach);
    assertThat(client.count(GOLDEN)).isEqualTo(golden.size());
  }

  @Test
  void takesTheDocumentsOfTheSmallerProfile() {
    List<JsonNode> documents = GoldenDocuments.of(Profile.SEKOIA).events();

    assertThat(write(EVENTS + "sekoia", documents))
        .hasSameSizeAs(refused)
        .allMatch(SetupDocumentsITCase::isOutOfReach);
  }

  @Test
  void takesEveryDeadLetter() {
    List<JsonNode> documents = GoldenDocuments.of(Profile.EXTENDED).deadLetters();

    assertThat(documents).hasSizeGreaterThan(50);
    assertThat(write(DEAD_LETTERS + "golden", documents)).isEmpty();
  }

  @Test
  void takesADeadLetterOfTheLargestSize() {
    ObjectNode letter = document("2026-01-01T00:00:00Z");
    letter.withObjectProperty("event").put("original", "x".repeat(256 << 10));

    assertThat(write(DEAD_LETTERS + "large", List.of(letter))).isEmpty();
    assertThat(client.documents(DEAD_LETTERS + "large").get(0).at("/event/original"))
        .isEqualTo(letter.at("/event/original"));
  }

  @Test
  void takesTextsThatAreTooLongForAKeyword() {
    ObjectNode event = document("2026-01-01T00:00:00Z").put("message", "x".repeat(256 << 10));
    event.withObjectProperty("destination").put("domain", "a".repeat(40_000));

    assertThat(write(EVENTS + "long", List.of(event))).isEmpty();
  }

  @Test
  void findsAnAddressByItsNetwork() {
    String network = "{\"query\": {\"term\": {\"destination.ip\": \"203.0.113.0/24\"}}}";
    long expected =
        golden.stream()
            .filter(event -> event.at("/destination/ip").asText().startsWith("203.0.113."))
            .count();

    assertThat(expected).isPositive();
    assertThat(hits(GOLDEN, network)).isEqualTo(expected);
  }

  @Test
  void tellsNanosecondsApart() {
    String index = EVENTS + "nanoseconds";
    write(
        index,
        List.of(
            document("2026-01-01T00:00:00.123456788Z"),
            document("2026-01-01T00:00:00.123456789Z"),
            document("2026-01-01T00:00:00.123456790Z")));
    client.refresh(index);

    String range =
        """
        {"query": {"range": {"@timestamp": {
           "gte": "2026-01-01T00:00:00.123456789Z", "lt": "2026-01-01T00:00:00.123456790Z"}}}}
        """;
    assertThat(hits(index, range)).isOne();
  }

  @Test
  void countsDomains() {
    assertThat(counts("destination.domain")).isEqualTo(expected("/destination/domain"));
  }

  @Test
  void countsTypes() {
    assertThat(counts("event.type")).isEqualTo(expected("/event/type/0"));
  }

  @Test
  void findsWhatCloudflareAddsTomorrow() {
    String index = EVENTS + "unmapped";
    String line =
        """
        {"Datetime":"2026-01-01T00:00:00Z","SessionID":"s1","New":{"Kind":"tunnel","Sizes":[1,"x"]}}
        """;
    assertThat(write(index, GoldenDocuments.of(line).events())).isEmpty();
    client.refresh(index);

    String term = "{\"query\": {\"term\": {\"cloudflare.unmapped.New.Kind\": \"tunnel\"}}}";
    assertThat(hits(index, term)).isOne();
  }

  @Test
  void keepsANumberOfCloudflaresThatIsTooLarge() {
    String index = EVENTS + "numbers";
    String line =
        "{\"Datetime\":\"2026-01-01T00:00:00Z\",\"SessionID\":\"s1\","
            + "\"CategoryIDs\":[7,99999999999999999999]}\n";
    assertThat(write(index, GoldenDocuments.of(line).events())).isEmpty();
    client.refresh(index);

    assertThat(hits(index, "{\"query\": {\"term\": {\"_ignored\": \"cloudflare.CategoryIDs\"}}}"))
        .isOne();
  }

  @Test
  void writesTheTimeOfArrivalWhereTheServerCan() {
    String exists = "{\"query\": {\"exists\": {\"field\": \"event.ingested\"}}}";

    assertThat(hits(GOLDEN, exists)).isEqualTo(kind == Kind.OPENSEARCH ? golden.size() : 0);
  }

  @Test
  void tellsThatADataStreamKeepsItsIndexUntilItRollsOver() {
    client.put(
        "/_component_template/gateweir-settings",
        "{\"template\": {}, \"_meta\": {\"managed_by\": \"gateweir\", \"version\": \"test\"}}");

    Report report = Setups.run(server);

    assertThat(report.lines()).contains("component template gateweir-settings: changed");
    assertThat(report.notes())
        .anyMatch(note -> note.endsWith("POST /logs-gateweir.gateway_network-golden/_rollover"));
    assertThat(client.post("/" + GOLDEN + "/_rollover", "").body().path("rolled_over").asBoolean())
        .isTrue();
    assertThat(Setups.run(server).notes()).isEmpty();
  }

  private long hits(String index, String query) {
    return client.search(index, query).at("/hits/total/value").asLong();
  }

  private Map<String, Long> counts(String field) {
    String request =
        "{\"size\": 0, \"aggs\": {\"of\": {\"terms\": {\"field\": \"%s\", \"size\": 1000}}}}";
    Map<String, Long> counts = new TreeMap<>();
    client
        .search(GOLDEN, request.formatted(field))
        .at("/aggregations/of/buckets")
        .forEach(
            bucket -> counts.put(bucket.path("key").asText(), bucket.path("doc_count").asLong()));
    return counts;
  }

  private static Map<String, Long> expected(String pointer) {
    Map<String, Long> counts = new TreeMap<>();
    golden.stream()
        .map(event -> event.at(pointer))
        .filter(JsonNode::isTextual)
        .forEach(value -> counts.merge(value.asText(), 1L, Long::sum));
    assertThat(counts).isNotEmpty();
    return counts;
  }

  private static boolean isOutOfReach(JsonNode event) {
    Instant time = Instant.parse(event.path("@timestamp").asText());
    return time.isBefore(FIRST) || time.isAfter(LAST);
  }

  private static ObjectNode document(String timestamp) {
    return JsonNodeFactory.instance.objectNode().put("@timestamp", timestamp);
  }

  /** Writes the documents and returns those that were refused. */
  private static List<JsonNode> write(String index, List<JsonNode> documents) {
    StringBuilder lines = new StringBuilder();
    documents.forEach(
        document ->
            lines
                .append("{\"create\":{\"_index\":\"")
                .append(index)
                .append("\"}}\n")
                .append(document)
                .append('\n'));
    JsonNode items = server.client().bulk(lines.toString()).body().path("items");
    assertThat(items).hasSameSizeAs(documents);
    List<JsonNode> refusals = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      if (items.path(i).at("/create/status").asInt() != 201) {
        refusals.add(documents.get(i));
      }
    }
    return refusals;
  }
}
