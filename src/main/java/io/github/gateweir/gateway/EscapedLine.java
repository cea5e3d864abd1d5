package io.github.gateweir.gateway;

/**
 * Copies a line as it stands inside a JSON string, which is how {@code message} is written, while
 * the line is parsed: the parser has found every quote already, and what lies between two of them
 * is the same in both forms, so that a value can be taken from the copy.
 */
final class EscapedLine {

  private static final short ESCAPED_QUOTE = '\\' | ('"' << Byte.SIZE);

  private static final long BETWEEN_NAME_AND_VALUE =
      ESCAPED_QUOTE | ((long) ':' << (2 * Byte.SIZE)) | ((long) ESCAPED_QUOTE << (3 * Byte.SIZE));

  private byte[] line = new byte[TextBuffer.PADDING];
  private TextBuffer out = new TextBuffer(0);
  private byte[] target = line;
  private int copied;
  private int at;

  /** Starts to copy a line, which has padding behind it, to the end of the text. */
  void reset(byte[] line, int length, TextBuffer out) {
    this.line = line;
    this.out = out;
    out.reserve(JsonText.LONGEST * length);
    target = out.bytes();
    copied = 0;
    at = out.length();
  }

  /**
   * Copies on to behind a string.
   *
   * @param open where its opening quote is
   * @param close where its closing quote is
   * @return where its content begins in the copy
   */
  int string(int open, int close, boolean hasEscapes) {
    int start = quote(between(open));
    int end =
        hasEscapes
            ? JsonText.escape(line, open + 1, close, target, start)
            : piece(open + 1, close, start);
    at = quote(end);
    copied = close + 1;
    return start;
  }

  /**
   * Copies on to behind a member of the form {@code "Name":"value"} without white space or escapes.
   *
   * @param open where the name's opening quote is; all before it was copied, but for at most one
   *     comma
   * @param nameEnd behind the name's closing quote
   * @param valueEnd behind the value's closing quote
   * @return where the value begins in the copy
   */
  int plainMember(int open, int nameEnd, int valueEnd) {
    int to = at;
    if (copied < open) {
      target[to++] = line[copied];
    }
    to = piece(open + 1, nameEnd - 1, quote(to));
    // The closing quote, the colon and the opening quote: five bytes of eight.
    Words.put(target, to, BETWEEN_NAME_AND_VALUE);
    int start = to + 5;
    at = quote(piece(nameEnd + 2, valueEnd - 1, start));
    copied = valueEnd;
    return start;
  }

  private int piece(int from, int to, int start) {
    int length = to - from;
    if (length > TextBuffer.LONG_PIECE) {
      System.arraycopy(line, from, target, start, length);
    } else {
      Words.copy(line, from, target, start, length);
    }
    return start + length;
  }

  /** Copies on to a place between strings; returns where that is in the copy. */
  int between(int to) {
    int length = to - copied;
    long word = Words.get(line, copied);
    if (length <= Long.BYTES && isPlain(word, length)) {
      Words.put(target, at, word);
      at += length;
    } else {
      at = JsonText.escape(line, copied, to, target, at);
    }
    copied = to;
    return at;
  }

  /** Copies on to a place before which there may be strings. */
  void over(int to) {
    at = JsonText.escape(line, copied, to, target, at);
    copied = to;
  }

  /** Makes the copy part of the text. */
  void finish() {
    out.setLength(at);
  }

  private static boolean isPlain(long word, int length) {
    // Java shifts by 64 as by 0, so eight bytes are shifted in two steps.
    long above = -1L << (4 * length) << (4 * length);
    return (Words.escapes(word) & ~above) == 0;
  }

  private int quote(int at) {
    Words.put(target, at, ESCAPED_QUOTE);
    return at + 2;
  }
}
