package io.github.gateweir.elasticsearch.setup;

import java.util.List;
import java.util.stream.Stream;

/** The fields that only alerts have. */
final class AlertFields {

  private static final String ALERT = "gateweir.alert";

  private AlertFields() {}

  static List<Field> all() {
    return Stream.of(rule(), threat(), alert()).flatMap(fields -> fields).toList();
  }

  private static Stream<Field> rule() {
    return Stream.concat(
        Field.below(
            "rule",
            FieldType.KEYWORD,
            "id",
            "version",
            "description",
            "reference",
            "author",
            "category",
            "ruleset"),
        Field.below("gateweir.rule", FieldType.KEYWORD, "level", "falsepositives"));
  }

  private static Stream<Field> threat() {
    return Stream.of(
            Field.all(FieldType.KEYWORD, "threat.framework"),
            named("threat.tactic"),
            named("threat.technique"),
            named("threat.technique.subtechnique"))
        .flatMap(fields -> fields);
  }

  private static Stream<Field> named(String object) {
    return Field.below(object, FieldType.KEYWORD, "id", "name", "reference");
  }

  private static Stream<Field> alert() {
    return Stream.of(
            Field.below(ALERT, FieldType.KEYWORD, "kind", "id", "first_id", "events"),
            Field.below(ALERT, FieldType.LONG, "count"),
            Field.below(ALERT + ".matches", FieldType.KEYWORD, "field", "value", "selection"),
            Field.below(ALERT + ".matches", FieldType.KEYWORD, "entry"),
            Field.below(ALERT, FieldType.OPEN_OBJECT, "group"))
        .flatMap(fields -> fields);
  }
}
