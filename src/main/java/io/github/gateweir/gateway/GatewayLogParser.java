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

  private static final GatewayField[] FIELDS = GatewayField.values();

  private final JsonScanner scanner = new JsonScanner();
  private final EscapedLine message = new EscapedLine();
  private final TextBuffer name = new TextBuffer(64);
  private byte[] line = {};

  /** The fields, a bit each, whose values have to be taken from the line when the copy is done. */
  private long deferred;

  /**
   * Reads a line.
   *
   * @throws MalformedRecordException if the line is not one JSON object with distinct names, not
   *     UTF-8, or nested too deep
   */
  public void parse(byte[] bytes, GatewayNetworkLog log) throws MalformedRecordException {
    log.reset(bytes);
    line = log.line().bytes();
    deferred = 0;
    scanner.reset(line, bytes.length);
    message.reset(line, bytes.length, log.text());
    scanner.expect('{');
    if (!scanner.accept('}')) {
      do {
        plainMembers(log, bytes.length);
        member(log);
      } while (scanner.accept(','));
      scanner.expect('}');
    }
    if (scanner.peek() >= 0) {
      throw scanner.unexpected("the end of the line");
    }
    message.between(bytes.length);
    message.finish();
    log.endMessage();
    takeDeferred(log);
    checkUnmappedNames(log);
  }

  /**
   * Reads members of the form {@code "Name":"value",} as long as they come: known, a string without
   * escapes, ASCII, no white space. That is most of a record, and all the state of this loop fits
   * into registers. What it leaves, {@link #member} reads or refuses.
   */
  private void plainMembers(GatewayNetworkLog log, int limit) throws MalformedRecordException {
    byte[] line = this.line;
    int open = scanner.position();
    message.between(open);
    while (line[open] == '"') {
      int nameEnd = JsonScanner.plainEnd(line, open + 1, limit);
      if (nameEnd < 0 || line[nameEnd] != ':' || line[nameEnd + 1] != '"') {
        break;
      }
      int valueEnd = JsonScanner.plainEnd(line, nameEnd + 2, limit);
      if (valueEnd < 0 || line[valueEnd] != ',') {
        break;
      }
      GatewayField field = FieldNames.find(line, open + 1, nameEnd - 1);
      if (field == null || field.type().isArray()) {
        break;
      }
      if (!log.see(field)) {
        throw twice(field.fieldName(), open);
      }
      int start = message.plainMember(open, nameEnd, valueEnd);
      log.set(field, start, start + valueEnd - nameEnd - 3);
      open = valueEnd + 1;
    }
    scanner.moveTo(open);
  }

  private void member(GatewayNetworkLog log) throws MalformedRecordException {
    if (scanner.peek() != '"') {
      throw scanner.unexpected("a name in quotes");
    }
    int nameStart = scanner.position();
    scanner.string();
    int nameEnd = scanner.position();
    GatewayField field = field(nameStart + 1, nameEnd - 1);
    message.string(nameStart, nameEnd - 1, scanner.hadEscapes());
    scanner.expect(':');
    int first = scanner.peek();
    int valueStart = scanner.position();
    if (field != null && !log.see(field)) {
      throw twice(field.fieldName(), nameStart);
    }
    if (field != null && first == '"') {
      string(field, log);
      return;
    }
    scanner.value(1);
    if (field != null) {
      other(field, first, valueStart, log);
    } else if (!isEmpty(valueStart, scanner.position())) {
      log.addUnmapped(nameStart, nameEnd, valueStart, scanner.position());
    }
    message.over(scanner.position());
  }

  private @Nullable GatewayField field(int from, int to) {
    if (!scanner.hadEscapes()) {
      return FieldNames.find(line, from, to);
    }
    name.setLength(0);
    JsonStrings.appendDecoded(name, line, from, to);
    return FieldNames.find(name.bytes(), 0, name.length());
  }

  private void string(GatewayField field, GatewayNetworkLog log) throws MalformedRecordException {
    int open = scanner.position();
    scanner.string();
    int close = scanner.position() - 1;
    int start = message.string(open, close, scanner.hadEscapes());
    if (field.type().isArray()) {
      if (close > open + 1) {
        skip(field, "a string", open, log);
      }
    } else if (scanner.hadEscapes()) {
      log.markEscaped(field);
      defer(field, open + 1, close, log);
    } else {
      log.set(field, start, start + close - open - 1);
    }
  }

  private void other(GatewayField field, int first, int from, GatewayNetworkLog log) {
    int to = scanner.position();
    if (isEmpty(from, to)) {
      return;
    }
    boolean fits =
        switch (field.type()) {
          case STRING -> false;
          case INTEGER, TIMESTAMP -> isNumber(first);
          case STRINGS -> first == '[' && JsonArrays.holdsOnlyStrings(line, from, to);
          case INTEGERS -> first == '[' && JsonArrays.holdsOnlyIntegers(line, from, to);
        };
    if (!fits) {
      skip(field, kind(first), from, log);
    } else if (first == '[') {
      defer(field, from, to, log);
    } else {
      int start = message.between(from);
      log.set(field, start, start + to - from);
    }
  }

  /** Notes where the value lies in the line until the copy is done. */
  private void defer(GatewayField field, int from, int to, GatewayNetworkLog log) {
    deferred |= 1L << field.ordinal();
    log.set(field, from, to);
  }

  /** Appends the values that look different in the copy: strings with escapes, and arrays. */
  private void takeDeferred(GatewayNetworkLog log) {
    for (long rest = deferred; rest != 0; rest &= rest - 1) {
      GatewayField field = FIELDS[Long.numberOfTrailingZeros(rest)];
      int start = log.text().length();
      if (log.isEscaped(field)) {
        JsonStrings.appendDecoded(log.text(), line, log.start(field), log.end(field));
      } else {
        log.text().append(line, log.start(field), log.end(field));
      }
      log.set(field, start, log.text().length());
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
  private boolean isEmpty(int from, int to) {
    int first = line[from];
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
      if (line[i] > ' ') {
        return false;
      }
    }
    return true;
  }

  private static MalformedRecordException twice(String name, int position) {
    return MalformedRecordException.at(position, "The name \"" + name + "\" occurs a second time");
  }

  private void checkUnmappedNames(GatewayNetworkLog log) throws MalformedRecordException {
    if (log.unmappedCount() < 2) {
      return;
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < log.unmappedCount(); i++) {
      String unmapped = decoded(log.unmappedNameStart(i) + 1, log.unmappedNameEnd(i) - 1);
      if (!names.add(unmapped)) {
        throw twice(unmapped, log.unmappedNameStart(i));
      }
    }
  }

  private String decoded(int from, int to) {
    name.setLength(0);
    JsonStrings.appendDecoded(name, line, from, to);
    return new String(name.bytes(), 0, name.length(), StandardCharsets.UTF_8);
  }
}
