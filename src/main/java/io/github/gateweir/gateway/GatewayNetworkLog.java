package io.github.gateweir.gateway;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one {@code gateway_network} record, as pieces of a text. It is filled by a {@link
 * GatewayLogParser} and filled anew for the next line, so nobody keeps it.
 *
 * <p>The text begins with the line as it stands inside a JSON string ({@code message}); behind it
 * are the values that had to be decoded. So every piece is plain UTF-8.
 */
public final class GatewayNetworkLog {

  private static final int FIELDS = GatewayField.values().length;
  private static final int INITIAL_CAPACITY = 4096;

  private final TextBuffer text = new TextBuffer(INITIAL_CAPACITY);
  private final TextBuffer line = new TextBuffer(INITIAL_CAPACITY);
  private final int[] slices;
  private int messageLength;
  private long seen;
  private long escaped;
  private int[] unmapped = new int[16];
  private int unmappedCount;
  private @Nullable StringBuilder skipped;

  /** A log without room for further slices. */
  public GatewayNetworkLog() {
    this(0);
  }

  /**
   * A log whose table of slices has room for more.
   *
   * @param derived how many slices somebody else will add
   */
  public GatewayNetworkLog(int derived) {
    slices = new int[2 * (FIELDS + derived)];
  }

  /** Forgets the last record and takes this line. */
  void reset(byte[] bytes) {
    text.setLength(0);
    line.setLength(0);
    line.appendUnpadded(bytes, 0, bytes.length);
    Arrays.fill(slices, 0);
    seen = 0;
    escaped = 0;
    unmappedCount = 0;
    skipped = null;
  }

  /** The line as it was read. */
  public TextBuffer line() {
    return line;
  }

  /** The escaped line and what was decoded, appended to by whoever derives more from it. */
  public TextBuffer text() {
    return text;
  }

  /** Says that the text so far is the escaped line. */
  void endMessage() {
    messageLength = text.length();
  }

  /** How many bytes of the text are the escaped line. */
  public int messageLength() {
    return messageLength;
  }

  /** Where the value of a field begins in the text. */
  public int start(GatewayField field) {
    return slices[2 * field.ordinal()];
  }

  /** Where the value of a field ends in the text; its start when the field is absent. */
  public int end(GatewayField field) {
    return slices[2 * field.ordinal() + 1];
  }

  /** Whether the field has a value: not null, not empty, not of the wrong type. */
  public boolean has(GatewayField field) {
    return end(field) > start(field);
  }

  /** Whether the value holds a character that JSON has to escape. */
  public boolean isEscaped(GatewayField field) {
    return (escaped & (1L << field.ordinal())) != 0;
  }

  /**
   * Start and end of every field, in the order of {@link GatewayField}, and behind them room for
   * those that somebody derives; not a copy.
   */
  public int[] slices() {
    return slices;
  }

  /** {@link #isEscaped} of every field, a bit each. */
  public long escapedBits() {
    return escaped;
  }

  /** How many members the record has whose names the mapping does not know. */
  public int unmappedCount() {
    return unmappedCount;
  }

  /** Where the name of an unknown member begins in the line, at its quote. */
  public int unmappedNameStart(int index) {
    return unmapped[4 * index];
  }

  /** Where the name of an unknown member ends in the line, behind its quote. */
  public int unmappedNameEnd(int index) {
    return unmapped[4 * index + 1];
  }

  /** Where the JSON value of an unknown member begins in the line. */
  public int unmappedValueStart(int index) {
    return unmapped[4 * index + 2];
  }

  /** Where the JSON value of an unknown member ends in the line. */
  public int unmappedValueEnd(int index) {
    return unmapped[4 * index + 3];
  }

  /** A sentence for every field that was skipped because of its type; null when none was. */
  public @Nullable String skipped() {
    return skipped == null ? null : skipped.toString();
  }

  /** Whether this is what Cloudflare uploads to try out a new Logpush destination. */
  public boolean isUploadTest() {
    return seen == 0
        && unmappedCount == 1
        && is(unmappedNameStart(0), unmappedNameEnd(0), "\"content\"")
        && is(unmappedValueStart(0), unmappedValueEnd(0), "\"tests\"");
  }

  private boolean is(int from, int to, String ascii) {
    if (to - from != ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (line.bytes()[from + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Notes that the name occurred; false if it had occurred before. */
  boolean see(GatewayField field) {
    long bit = 1L << field.ordinal();
    boolean first = (seen & bit) == 0;
    seen |= bit;
    return first;
  }

  void set(GatewayField field, int start, int end) {
    slices[2 * field.ordinal()] = start;
    slices[2 * field.ordinal() + 1] = end;
  }

  void markEscaped(GatewayField field) {
    escaped |= 1L << field.ordinal();
  }

  /** Says that a field has no value because of its type, and why. */
  public void skip(GatewayField field, String why) {
    if (skipped == null) {
      skipped = new StringBuilder();
    } else {
      skipped.append(' ');
    }
    skipped.append(field.fieldName()).append(" was skipped: ").append(why).append('.');
  }

  void addUnmapped(int nameStart, int nameEnd, int valueStart, int valueEnd) {
    if (4 * unmappedCount == unmapped.length) {
      unmapped = Arrays.copyOf(unmapped, 2 * unmapped.length);
    }
    int at = 4 * unmappedCount++;
    unmapped[at] = nameStart;
    unmapped[at + 1] = nameEnd;
    unmapped[at + 2] = valueStart;
    unmapped[at + 3] = valueEnd;
  }
}
