package io.github.gateweir.gateway;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line of a {@code gateway_network} log: checks that it is one JSON object in valid UTF-8
 * and notes where the value of each field lies. One instance serves one thread.
 */
public final class GatewayLogParser {

  private final JsonScanner scanner = new JsonScanner();

  /**
   * Reads a line.
   *
   * @throws MalformedRecordException if the line is not one JSON object with distinct names, not
   *     UTF-8, or nested too deep
   */
  public void parse(byte[] line, GatewayNetworkLog log) throws MalformedRecordException {
    log.reset(line);
    scanner.reset(log.text().bytes(), line.length);
    scanner.expect('{');
    if (!scanner.accept('}')) {
      do {
        member(log);
      } while (scanner.accept(','));
      scanner.expect('}');
    }
    if (scanner.peek() >= 0) {
      throw scanner.unexpected("the end of the line");
    }
    checkUnmappedNames(log);
  }

  private void member(GatewayNetworkLog log) throws MalformedRecordException {
    if (scanner.peek() != '"') {
      throw scanner.unexpected("a name in quotes");
    }
    int nameStart = scanner.position();
    scanner.string();
    int nameEnd = scanner.position();
    GatewayField field = field(log, nameStart + 1, nameEnd - 1);
    scanner.expect(':');
    int first = scanner.peek();
    int valueStart = scanner.position();
    if (field == null) {
      scanner.value(1);
      if (!isEmpty(log.text().bytes(), valueStart, scanner.position())) {
        log.addUnmapped(nameStart, nameEnd, valueStart, scanner.position());
      }
    } else if (!log.see(field)) {
      throw twice(field.fieldName(), nameStart);
    } else if (first == '"') {
      string(field, log);
    } else {
      scanner.value(1);
      other(field, first, valueStart, log);
    }
  }

  private @Nullable GatewayField field(GatewayNetworkLog log, int from, int to) {
    if (!scanner.hadEscapes()) {
      return FieldNames.find(log.text().bytes(), from, to);
    }
    int start = log.text().length();
    decode(log, from, to);
    GatewayField field = FieldNames.find(log.text().bytes(), start, log.text().length());
    log.text().truncate(start);
    return field;
  }

  /** Appends the decoded string to the text, whose array may be another one afterwards. */
  private void decode(GatewayNetworkLog log, int from, int to) {
    JsonStrings.appendDecoded(log.text(), from, to);
    scanner.moveTo(log.text().bytes());
  }

  private void string(GatewayField field, GatewayNetworkLog log) throws MalformedRecordException {
    int from = scanner.position() + 1;
    scanner.string();
    int to = scanner.position() - 1;
    switch (field.type()) {
      case STRINGS, INTEGERS -> {
        if (to > from) {
          skip(field, "a string", from - 1, log);
        }
      }
      default -> {
        if (!scanner.hadEscapes()) {
          log.set(field, from, to, false);
        } else {
          int start = log.text().length();
          decode(log, from, to);
          log.set(field, start, log.text().length(), true);
        }
      }
    }
  }

  private void other(GatewayField field, int first, int from, GatewayNetworkLog log) {
    int to = scanner.position();
    byte[] text = log.text().bytes();
    if (isEmpty(text, from, to)) {
      return;
    }
    boolean fits =
        switch (field.type()) {
          case STRING -> false;
          case INTEGER, TIMESTAMP -> isNumber(first);
          case STRINGS -> first == '[' && JsonArrays.holdsOnlyStrings(text, from, to);
          case INTEGERS -> first == '[' && JsonArrays.holdsOnlyIntegers(text, from, to);
        };
    if (fits) {
      log.set(field, from, to, false);
    } else {
      skip(field, kind(first), from, log);
    }
  }

  private static void skip(GatewayField field, String found, int position, GatewayNetworkLog log) {
    log.skip(
        field,
        "expected " + field.type().description() + " but found " + found + " at byte " + position);
  }

  private static boolean isNumber(int first) {
    return first == '-' || (first >= '0' && first <= '9');
  }

  private static String kind(int first) {
    return switch (first) {
      case '{' -> "an object";
      case '[' -> "an array of something else";
      case 't', 'f' -> "a boolean";
      default -> "a number";
    };
  }

  /** Whether a JSON value says nothing: null, an empty string, array or object. */
  private static boolean isEmpty(byte[] text, int from, int to) {
    int first = text[from];
    if (first == 'n') {
      return true;
    }
    if (first == '"') {
      return to - from == 2;
    }
    if (first != '{' && first != '[') {
      return false;
    }
    for (int i = from + 1; i < to - 1; i++) {
      if (text[i] > ' ') {
        return false;
      }
    }
    return true;
  }

  private static MalformedRecordException twice(String name, int position) {
    return MalformedRecordException.at(position, "The name \"" + name + "\" occurs a second time");
  }

  private static void checkUnmappedNames(GatewayNetworkLog log) throws MalformedRecordException {
    if (log.unmappedCount() < 2) {
      return;
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < log.unmappedCount(); i++) {
      String name = unmappedName(log, i);
      if (!names.add(name)) {
        throw twice(name, log.unmappedNameStart(i));
      }
    }
  }

  private static String unmappedName(GatewayNetworkLog log, int index) {
    int start = log.text().length();
    JsonStrings.appendDecoded(
        log.text(), log.unmappedNameStart(index) + 1, log.unmappedNameEnd(index) - 1);
    String name =
        new String(log.text().bytes(), start, log.text().length() - start, StandardCharsets.UTF_8);
    log.text().truncate(start);
    return name;
  }
}
