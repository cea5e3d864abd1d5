package io.github.gateweir.elasticsearch.setup;

import java.util.List;
import java.util.stream.Stream;

/** The fields that only dead letters have. */
final class DeadLetterFields {

  private DeadLetterFields() {}

  static List<Field> all() {
    return Stream.of(
            Field.all(FieldType.KEYWORD, "error.code", "log.file.path"),
            Field.below("gateweir.source", FieldType.KEYWORD, "topic"),
            Field.below("gateweir.source", FieldType.LONG, "line", "partition", "offset"),
            Field.below("gateweir.dead_letter", FieldType.KEYWORD, "encoding"),
            Field.below("gateweir.dead_letter", FieldType.BOOLEAN, "truncated"))
        .flatMap(fields -> fields)
        .toList();
  }
}
