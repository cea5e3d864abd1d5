package io.github.gateweir.elasticsearch.setup;

import io.github.gateweir.ecs.EcsField;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The fields of events, which the other documents have as well. */
final class EventFields {

  private EventFields() {}

  static List<Field> all() {
    return Stream.of(mapped(), beside(), threat("threat"), enrichments())
        .flatMap(fields -> fields)
        .toList();
  }

  /** What the mapping writes, by its own table. */
  private static Stream<Field> mapped() {
    return Arrays.stream(EcsField.values()).map(field -> new Field(field.ecsName(), type(field)));
  }

  private static FieldType type(EcsField field) {
    return switch (field.type()) {
      case KEYWORD -> FieldType.KEYWORD;
      case TEXT -> FieldType.TEXT;
      case IP -> FieldType.IP;
      case BOOLEAN -> FieldType.BOOLEAN;
      // The mapping checks ports; what stands below cloudflare is only known to be a number.
      case LONG ->
          field.ecsName().startsWith("cloudflare.") ? FieldType.VENDOR_LONG : FieldType.LONG;
      case DATE -> field == EcsField.TIMESTAMP ? FieldType.DATE_NANOS : FieldType.DATE;
    };
  }

  private static Stream<Field> beside() {
    return Stream.of(
            Field.below("data_stream", FieldType.KEYWORD, "type", "dataset", "namespace"),
            Field.below("event", FieldType.DATE, "created", "start", "end", "ingested"),
            Field.below("event", FieldType.LONG, "duration", "severity"),
            Field.below("event", FieldType.FLOAT, "risk_score"),
            Field.below("event", FieldType.UNINDEXED, "original"),
            Field.below("cloudflare", FieldType.OPEN_OBJECT, "unmapped"))
        .flatMap(fields -> fields);
  }

  /** What an indicator tells. */
  private static Stream<Field> threat(String object) {
    String indicator = object + ".indicator";
    return Stream.of(
            Field.below(indicator, FieldType.KEYWORD, "type", "name", "provider", "confidence"),
            Field.below(indicator, FieldType.KEYWORD, "description", "reference", "marking.tlp"),
            Field.below(indicator, FieldType.IP, "ip"),
            Field.below(indicator, FieldType.DATE, "first_seen", "last_seen", "modified_at"),
            Field.below(object, FieldType.KEYWORD, "feed.name"))
        .flatMap(fields -> fields);
  }

  private static Stream<Field> enrichments() {
    String object = "threat.enrichments";
    return Stream.of(
            Field.all(FieldType.NESTED, object),
            threat(object),
            Field.below(object, FieldType.KEYWORD, "matched.field", "matched.atomic"),
            Field.below(object, FieldType.KEYWORD, "matched.type", "matched.id"))
        .flatMap(fields -> fields);
  }
}
