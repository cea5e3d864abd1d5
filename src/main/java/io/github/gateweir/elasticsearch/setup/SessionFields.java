package io.github.gateweir.elasticsearch.setup;

import java.util.List;
import java.util.stream.Stream;

/** The fields that tell of a session: of its own document, and in an alert of it so far. */
final class SessionFields {

  private static final String SESSION = "gateweir.session";

  private SessionFields() {}

  static List<Field> all() {
    return Stream.of(
            Field.below(SESSION, FieldType.LONG, "records", "longest_domain_length"),
            Field.below(SESSION, FieldType.LONG, "long_domains"),
            Field.below(SESSION, FieldType.BOOLEAN, "records_exact"),
            Field.below(SESSION, FieldType.KEYWORD, "longest_domain", "rules", "disputed"),
            Field.below(SESSION, FieldType.DATE, "start", "end"),
            sample("destinations", FieldType.KEYWORD),
            sample("domains", FieldType.KEYWORD),
            sample("ports", FieldType.LONG),
            sample("actions", FieldType.KEYWORD),
            sample("policies", FieldType.KEYWORD))
        .flatMap(fields -> fields)
        .toList();
  }

  /** How many distinct values there were, and some or all of them. */
  private static Stream<Field> sample(String name, FieldType values) {
    String object = SESSION + "." + name;
    return Stream.of(
        new Field(object + ".count", FieldType.LONG),
        new Field(object + ".values", values),
        new Field(object + ".truncated", FieldType.BOOLEAN));
  }
}
