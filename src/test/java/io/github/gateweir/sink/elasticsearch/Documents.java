package io.github.gateweir.sink.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.gateweir.gateway.Place;
import io.github.gateweir.sink.Document;
import java.util.List;
import java.util.stream.IntStream;

/** Numbered documents for the tests; all of the same length. */
final class Documents {

  private Documents() {}

  static Document event(int number) {
    String json = "{\"message\":\"%s\",\"n\":\"%06d\"}".formatted(record(number), number);
    return new Document(id(number), null, json.getBytes(UTF_8), Place.inFile("a.log", number));
  }

  /** The raw record that the document shows. */
  static String record(int number) {
    return "line %06d".formatted(number);
  }

  static String id(int number) {
    return "%032x".formatted(number);
  }

  static List<String> ids(int... numbers) {
    return IntStream.of(numbers).mapToObj(Documents::id).toList();
  }

  /** The ids from the first number to the last, both included. */
  static List<String> idsBetween(int first, int last) {
    return IntStream.rangeClosed(first, last).mapToObj(Documents::id).toList();
  }
}
