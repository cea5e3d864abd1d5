package io.github.gateweir.generate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;

/**
 * Spoils sound lines. Lines are handled as Latin-1 text, one character for one byte, so that every
 * byte stays what it is.
 */
final class FaultyLines {

  /** Longer than the 256 KiB that a line may have. */
  private static final int TOO_LONG = 256 * 1024 + 1;

  /** Deeper than the 16 levels that a line may have. */
  private static final int TOO_DEEP = 24;

  private static final String[] TYPED_FIELDS = {
    "DestinationPort", "DeviceName", "Email", "PolicyName"
  };

  private static final Map<String, String> WRONG_VALUES =
      Map.of(
          "DestinationPort", "[443]",
          "DeviceName", "true",
          "Email", "[\"first\",\"second\"]",
          "PolicyName", "{\"name\":\"Block risky sites\"}");

  private FaultyLines() {}

  /** A field for {@link #withWrongType}. */
  static String anyTypedField(Dice dice) {
    return dice.pick(TYPED_FIELDS);
  }

  /** The line with a value of the wrong JSON type in a field. */
  static byte[] withWrongType(byte[] sound, String field) {
    String line = new String(sound, ISO_8859_1);
    String value = WRONG_VALUES.getOrDefault(field, "{}");
    return replace(line, field, "\"" + field + "\":" + value).getBytes(ISO_8859_1);
  }

  /** A line with the fault, made from a sound one. */
  static byte[] spoil(byte[] sound, Fault fault, Dice dice) {
    return spoil(new String(sound, ISO_8859_1), fault, dice).getBytes(ISO_8859_1);
  }

  private static String spoil(String line, Fault fault, Dice dice) {
    return switch (fault) {
      case NOT_JSON -> "upload of session " + field(line, "SessionID") + " failed: time-out";
      case NOT_ONE_OBJECT -> dice.chance(0.5) ? "[" + line + "]" : line + " " + line;
      case TRUNCATED -> line.substring(0, cut(line, dice));
      case INVALID_UTF8 -> replace(line, "DeviceName", "\"DeviceName\":\"caf\u00e9\"");
      case TOO_DEEP -> with(line, "Nested", "[".repeat(TOO_DEEP) + "]".repeat(TOO_DEEP));
      case UNREADABLE_DATETIME ->
          replace(line, "Datetime", "\"Datetime\":\"2026-13-32T25:61:61Z\"");
      case NO_DATETIME -> replace(line, "Datetime", "").replace(",,", ",");
      case OTHER_DATASET -> dnsRecord(line);
      case BLANK -> "";
      case UPLOAD_TEST -> "{\"content\":\"tests\"}";
      case WRONG_TYPE -> line;
      case TOO_LONG -> with(line, "Padding", "\"" + "x".repeat(TOO_LONG) + "\"");
    };
  }

  /** A record of the gateway_dns dataset, sent to the wrong place. */
  private static String dnsRecord(String line) {
    return "{\"Datetime\":%s,\"DeviceID\":%s,\"Email\":%s,\"QueryID\":%s,\"QueryName\":%s,\"QueryType\":1,\"RCode\":0}"
        .formatted(
            field(line, "Datetime"),
            field(line, "DeviceID"),
            field(line, "Email"),
            field(line, "SessionID"),
            field(line, "SNI"));
  }

  /** Behind what makes the line distinct from all others. */
  private static int cut(String line, Dice dice) {
    int first = line.indexOf("\"TenantID\"");
    return dice.between(first, line.length() - 1);
  }

  private static String with(String line, String field, String value) {
    return line.substring(0, line.length() - 1) + ",\"" + field + "\":" + value + "}";
  }

  private static String replace(String line, String field, String fieldAndValue) {
    int start = line.indexOf("\"" + field + "\":");
    return line.substring(0, start) + fieldAndValue + line.substring(end(line, start));
  }

  private static String field(String line, String field) {
    int start = line.indexOf("\"" + field + "\":");
    return line.substring(line.indexOf(':', start) + 1, end(line, start));
  }

  /** The end of a field whose value is a number or a string without escapes. */
  private static int end(String line, int start) {
    int value = line.indexOf(':', start) + 1;
    if (line.charAt(value) == '"') {
      return line.indexOf('"', value + 1) + 1;
    }
    return line.indexOf(',', value);
  }
}
