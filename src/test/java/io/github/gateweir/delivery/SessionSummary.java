package io.github.gateweir.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the document of a session says, as values that can be compared. */
record SessionSummary(
    String sessionId,
    Instant start,
    Instant end,
    long durationNanos,
    long records,
    boolean recordsExact,
    Distinct destinations,
    Distinct domains,
    Distinct ports,
    Distinct actions,
    Distinct policies,
    @Nullable String longestDomain,
    @Nullable Integer longestDomainLength,
    long longDomains,
    List<String> rules,
    List<String> disputed,
    Identity identity) {

  /** What stands in the place of a count that is an estimate. */
  static final long ESTIMATED = -1;

  /** How many distinct values are counted exactly, and kept. */
  static final int MOST_DISTINCT = 64;

  /** How many characters the kept values have together. */
  static final int MOST_CHARACTERS = 4_096;

  private static final int LONGEST_NAME = 253;

  /**
   * Distinct values of a field. Which are kept when there are too many is not compared.
   *
   * @param count how many, or {@link #ESTIMATED}
   * @param values sorted; none if they are more than are kept
   */
  record Distinct(long count, List<String> values) {}

  /** Whose session it is; null for what no record tells. */
  record Identity(
      @Nullable String account,
      @Nullable String userId,
      @Nullable String email,
      @Nullable String deviceId,
      @Nullable String deviceName,
      @Nullable String source) {}

  /** Reads a document. */
  static SessionSummary of(JsonNode document) {
    JsonNode event = document.path("event");
    JsonNode session = document.at("/gateweir/session");
    assertThat(event.path("kind").asText()).isEqualTo("event");
    assertThat(event.path("dataset").asText()).isEqualTo("gateweir.session");
    assertThat(document.path("@timestamp")).isEqualTo(event.path("end"));
    assertThat(session.path("start")).isEqualTo(event.path("start"));
    assertThat(session.path("end")).isEqualTo(event.path("end"));
    return new SessionSummary(
        document.at("/cloudflare/SessionID").asText(),
        Instant.parse(event.path("start").asText()),
        Instant.parse(event.path("end").asText()),
        event.path("duration").asLong(-1),
        session.path("records").asLong(-1),
        session.path("records_exact").asBoolean(),
        distinct(session.path("destinations")),
        distinct(session.path("domains")),
        distinct(session.path("ports")),
        distinct(session.path("actions")),
        distinct(session.path("policies")),
        session.path("longest_domain").textValue(),
        session.has("longest_domain_length") ? session.get("longest_domain_length").asInt() : null,
        session.path("long_domains").asLong(-1),
        texts(session.path("rules")),
        texts(session.path("disputed")),
        identity(document));
  }

  private static Identity identity(JsonNode document) {
    return new Identity(
        document.at("/cloud/account/id").textValue(),
        document.at("/user/id").textValue(),
        document.at("/user/email").textValue(),
        document.at("/device/id").textValue(),
        document.at("/host/name").textValue(),
        document.at("/source/ip").textValue());
  }

  private static Distinct distinct(JsonNode field) {
    List<String> values = texts(field.path("values"));
    long count = field.path("count").asLong(-1);
    long exact = count <= MOST_DISTINCT ? count : ESTIMATED;
    if (!field.path("truncated").asBoolean()) {
      return new Distinct(exact, values);
    }
    int characters = characters(values);
    assertThat(values).doesNotHaveDuplicates().hasSizeLessThan(Math.toIntExact(count));
    assertThat(characters).isLessThanOrEqualTo(MOST_CHARACTERS);
    assertThat(values.size() == MOST_DISTINCT || characters > MOST_CHARACTERS - LONGEST_NAME)
        .as("%s are as many as there is room for", values)
        .isTrue();
    return new Distinct(exact, List.of());
  }

  /** How many characters the values have together. */
  static int characters(List<String> values) {
    return values.stream().mapToInt(String::length).sum();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(value -> texts.add(value.asText()));
    return texts.stream().sorted().toList();
  }
}
