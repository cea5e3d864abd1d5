package io.github.gateweir.gateway;

/** Checks UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, at most U+10FFFF. */
public final class Utf8 {

  private Utf8() {}

  /**
   * Checks the run of non-ASCII characters that begins at {@code from}.
   *
   * @return where the next ASCII character or the limit is
   */
  static int check(byte[] text, int from, int limit) throws MalformedRecordException {
    int i = from;
    while (i < limit && text[i] < 0) {
      int length = sequence(text, i, limit);
      if (length == 0) {
        throw MalformedRecordException.at(i, "The line is not valid UTF-8");
      }
      i += length;
    }
    return i;
  }

  /** Whether all of it is valid UTF-8. */
  public static boolean isValid(byte[] text) {
    int i = 0;
    while (i < text.length) {
      int length = text[i] >= 0 ? 1 : sequence(text, i, text.length);
      if (length == 0) {
        return false;
      }
      i += length;
    }
    return true;
  }

  /** How many of the first {@code length} bytes are left when a character cut in two is dropped. */
  public static int wholeCharacters(byte[] text, int length) {
    int lead = length - 1;
    while (lead >= 0 && lead > length - 4 && (text[lead] & 0xC0) == 0x80) {
      lead--;
    }
    return lead >= 0 && text[lead] < 0 && sequence(text, lead, length) == 0 ? lead : length;
  }

  /** The length of the sequence of a non-ASCII character, 0 when it is not valid. */
  private static int sequence(byte[] text, int at, int limit) {
    int lead = text[at] & 0xFF;
    int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (length == 0 || at + length > limit) {
      return 0;
    }
    int second = text[at + 1] & 0xFF;
    if (second < lowestSecond(lead) || second > highestSecond(lead)) {
      return 0;
    }
    for (int i = at + 2; i < at + length; i++) {
      if ((text[i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  private static int lowestSecond(int lead) {
    return lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  }

  private static int highestSecond(int lead) {
    return lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  }
}
