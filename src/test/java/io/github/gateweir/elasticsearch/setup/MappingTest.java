package io.github.gateweir.elasticsearch.setup;

import static java.util.Objects.requireNonNull;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gateweir.ecs.EcsField;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MappingTest {

  private static final Catalog CATALOG =
      new Catalog(
          new Abilities(null, null, true, OpenObject.FLATTENED), Duration.ofDays(90), "1.0.0");

  @ParameterizedTest
  @EnumSource(EcsField.class)
  void mapsEveryFieldOfAnEventByItsType(EcsField field) {
    String expected =
        switch (field.type()) {
          case KEYWORD -> "{type: 'keyword', ignore_above: 1024}";
          case TEXT -> "{type: 'text'}";
          case IP -> "{type: 'ip'}";
          case BOOLEAN -> "{type: 'boolean'}";
          case LONG ->
              field.ecsName().startsWith("cloudflare.")
                  ? "{type: 'long', ignore_malformed: true}"
                  : "{type: 'long'}";
          case DATE -> "{type: 'date_nanos'}";
        };

    assertThatJson(field(Component.EVENTS, field.ecsName())).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "EVENTS, data_stream.dataset, keyword",
    "EVENTS, cloudflare.unmapped, flattened",
    "EVENTS, event.start, date",
    "EVENTS, event.ingested, date",
    "EVENTS, event.duration, long",
    "EVENTS, event.severity, long",
    "EVENTS, event.risk_score, float",
    "EVENTS, threat.indicator.ip, ip",
    "EVENTS, threat.enrichments, nested",
    "EVENTS, threat.enrichments.matched.atomic, keyword",
    "SESSIONS, gateweir.session.records_exact, boolean",
    "SESSIONS, gateweir.session.ports.values, long",
    "SESSIONS, gateweir.session.domains.count, long",
    "SESSIONS, gateweir.session.policies.truncated, boolean",
    "ALERTS, rule.id, keyword",
    "ALERTS, threat.technique.subtechnique.id, keyword",
    "ALERTS, gateweir.alert.count, long",
    "ALERTS, gateweir.alert.matches.value, keyword",
    "DEAD_LETTERS, error.code, keyword",
    "DEAD_LETTERS, gateweir.source.offset, long",
    "DEAD_LETTERS, gateweir.dead_letter.truncated, boolean",
  })
  void mapsWhatOtherDocumentsHave(Component component, String field, String type) {
    assertThat(field(component, field).path("type").asText()).isEqualTo(type);
  }

  @Test
  void keepsTheOriginalOfADeadLetterOutOfTheIndex() {
    assertThatJson(field(Component.EVENTS, "event.original"))
        .isEqualTo("{type: 'keyword', index: false, doc_values: false}");
  }

  @Test
  void takesUnknownTextsForKeywordsWhateverTheyLookLike() {
    JsonNode mapping = mapping(Component.EVENTS);

    assertThatJson(mapping.path("date_detection")).isEqualTo(false);
    assertThatJson(mapping.path("dynamic_templates"))
        .isEqualTo(
            """
            [{strings: {match_mapping_type: 'string',
                        mapping: {type: 'keyword', ignore_above: 1024}}}]
            """);
  }

  @Test
  void namesNoFieldInTwoWays() {
    Map<String, FieldType> types = new HashMap<>();
    for (Component component : Component.values()) {
      for (Field field : component.fields()) {
        assertThat(types.put(field.name(), field.type())).as(field.name()).isNull();
      }
    }
    assertThat(types).hasSizeLessThan(1000);
  }

  @ParameterizedTest
  @EnumSource(OpenObject.class)
  void mapsAnOpenObjectByWhatTheServerHas(OpenObject openObject) {
    ObjectNode mapping = MappingJson.of(Component.EVENTS.fields(), openObject);

    assertThat(mapping.at("/properties/cloudflare/properties/unmapped"))
        .isEqualTo(openObject.mapping());
  }

  private static JsonNode field(Component component, String name) {
    return mapping(component).at("/properties/" + name.replace(".", "/properties/"));
  }

  private static JsonNode mapping(Component component) {
    Item template =
        CATALOG.items().stream()
            .filter(item -> item.name().equals(component.template()))
            .findFirst()
            .orElseThrow();
    return requireNonNull(template.definition()).at("/template/mappings");
  }
}
