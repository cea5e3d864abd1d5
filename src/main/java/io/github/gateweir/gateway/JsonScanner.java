package io.github.gateweir.gateway;

/**
 * Walks over JSON text (RFC 8259) and checks it, without building anything from it: syntax, UTF-8
 * and depth. The text must have eight bytes behind its end.
 */
final class JsonScanner {

  /** How many arrays and objects may be open at once, the record itself being the first. */
  static final int MAX_DEPTH = 16;

  private static final String SIMPLE_ESCAPES = "\"\\/bfnrt";

  private byte[] text = new byte[TextBuffer.PADDING];
  private int limit;
  private int at;
  private boolean escapes;

  /** Starts at the beginning of a text. */
  void reset(byte[] text, int limit) {
    this.text = text;
    this.limit = limit;
    at = 0;
  }

  /** The byte position that is to be read next. */
  int position() {
    return at;
  }

  /** Goes on at a place up to which somebody else has read. */
  void moveTo(int position) {
    at = position;
  }

  /** Whether the string that was read last holds a backslash. */
  boolean hadEscapes() {
    return escapes;
  }

  /** The next byte behind white space, which stays to be read; -1 at the end of the text. */
  int peek() {
    // Logpush writes no white space, so the first look nearly always decides.
    return at < limit && text[at] > ' ' ? text[at] : peekBehindSpace();
  }

  private int peekBehindSpace() {
    while (at < limit) {
      int b = text[at];
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return b & 0xFF;
      }
      at++;
    }
    return -1;
  }

  /** Reads one byte that has to be there. */
  void expect(char ascii) throws MalformedRecordException {
    if (peek() == ascii) {
      at++;
      return;
    }
    throw unexpected("'" + ascii + "'");
  }

  /** Reads one byte if it is the next one. */
  boolean accept(char ascii) {
    if (peek() == ascii) {
      at++;
      return true;
    }
    return false;
  }

  /** A complaint that something else was expected here. */
  MalformedRecordException unexpected(String expected) {
    if (at >= limit) {
      return MalformedRecordException.at(
          limit, "The line ends where " + expected + " was expected,");
    }
    int b = text[at] & 0xFF;
    String found = b > ' ' && b < 0x7F ? "'" + (char) b + "'" : String.format("the byte 0x%02x", b);
    return MalformedRecordException.at(at, "Expected " + expected + " but found " + found);
  }

  /** Reads a string, whose quote is the next byte, to behind its closing quote. */
  void string() throws MalformedRecordException {
    int end = plainEnd(text, at + 1, limit);
    if (end > 0) {
      escapes = false;
      at = end;
    } else {
      unusualString();
    }
  }

  /**
   * Behind the closing quote of a string of printable ASCII characters without escapes; -1 if it is
   * not such a string, or if it does not end.
   */
  static int plainEnd(byte[] text, int from, int limit) {
    int i = from;
    long stops = Words.stringStops(Words.get(text, i));
    while (stops == 0) {
      i += Long.BYTES;
      if (i >= limit) {
        return -1;
      }
      stops = Words.stringStops(Words.get(text, i));
    }
    i += Words.first(stops);
    return i < limit && text[i] == '"' ? i + 1 : -1;
  }

  private void unusualString() throws MalformedRecordException {
    int i = at + 1;
    escapes = false;
    while (true) {
      if (i >= limit) {
        throw endsInString();
      }
      int b = text[i];
      if (b == '"') {
        at = i + 1;
        return;
      }
      if (b == '\\') {
        i = escape(i);
      } else if (b < 0) {
        i = Utf8.check(text, i, limit);
      } else if (b < ' ') {
        throw control(i);
      } else {
        i++;
      }
    }
  }

  private MalformedRecordException endsInString() {
    return MalformedRecordException.at(
        limit, "The line ends inside the string that begins at byte " + at + ",");
  }

  private MalformedRecordException control(int i) {
    return MalformedRecordException.at(
        i, String.format("A string holds the control character 0x%02x, not escaped,", text[i]));
  }

  private int escape(int backslash) throws MalformedRecordException {
    escapes = true;
    int i = backslash + 1;
    if (i >= limit) {
      throw endsInString();
    }
    byte b = text[i];
    if (b == 'u') {
      if (i + 4 < limit && isHex(i + 1) && isHex(i + 2) && isHex(i + 3) && isHex(i + 4)) {
        return i + 5;
      }
    } else if (SIMPLE_ESCAPES.indexOf(b) >= 0) {
      return i + 1;
    }
    throw MalformedRecordException.at(backslash, "A string holds an escape that JSON lacks");
  }

  private boolean isHex(int i) {
    return Character.digit((char) (text[i] & 0xFF), 16) >= 0 && text[i] > 0;
  }

  /** Reads a number; the next byte is a minus or a digit. */
  void number() throws MalformedRecordException {
    if (text[at] == '-') {
      at++;
    }
    if (at < limit && text[at] == '0') {
      at++;
    } else {
      digits();
    }
    if (at < limit && text[at] == '.') {
      at++;
      digits();
    }
    if (at < limit && (text[at] | 0x20) == 'e') {
      at++;
      if (at < limit && (text[at] == '+' || text[at] == '-')) {
        at++;
      }
      digits();
    }
  }

  private void digits() throws MalformedRecordException {
    int start = at;
    while (at < limit && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    if (at == start) {
      throw unexpected("a digit");
    }
  }

  /** Reads a literal: true, false or null. */
  void literal(String ascii) throws MalformedRecordException {
    for (int i = 0; i < ascii.length(); i++) {
      if (at >= limit || text[at] != ascii.charAt(i)) {
        throw unexpected("the rest of '" + ascii + "'");
      }
      at++;
    }
  }

  /** Reads any value that lies inside {@code depth} open arrays and objects. */
  void value(int depth) throws MalformedRecordException {
    switch (peek()) {
      case '"' -> string();
      case '{' -> object(depth + 1);
      case '[' -> array(depth + 1);
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> throw unexpected("a value");
    }
  }

  private void object(int depth) throws MalformedRecordException {
    checkDepth(depth);
    at++;
    if (accept('}')) {
      return;
    }
    do {
      if (peek() != '"') {
        throw unexpected("a name in quotes");
      }
      string();
      expect(':');
      value(depth);
    } while (accept(','));
    expect('}');
  }

  private void array(int depth) throws MalformedRecordException {
    checkDepth(depth);
    at++;
    if (accept(']')) {
      return;
    }
    do {
      value(depth);
    } while (accept(','));
    expect(']');
  }

  private void checkDepth(int depth) throws MalformedRecordException {
    if (depth > MAX_DEPTH) {
      throw MalformedRecordException.at(
          at, "The record is nested deeper than " + MAX_DEPTH + " levels");
    }
  }
}
