package io.github.gateweir.elasticsearch.setup;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A field of a document and how it is indexed.
 *
 * @param name its name with dots, such as {@code destination.ip}
 */
record Field(String name, FieldType type) {

  /** Fields of one type. */
  static Stream<Field> all(FieldType type, String... names) {
    return Arrays.stream(names).map(name -> new Field(name, type));
  }

  /** Fields of one type below the same object. */
  static Stream<Field> below(String object, FieldType type, String... names) {
    return Arrays.stream(names).map(name -> new Field(object + "." + name, type));
  }
}
