package io.github.gateweir.ecs;

import java.nio.charset.StandardCharsets;

/** What Gateway did with the session, by the name of the action, whose case does not matter. */
enum Verdict {
  ALLOWED,
  DENIED,
  NEITHER;

  private static final byte[][] ALLOWED_PREFIXES = {ascii("allow")};
  private static final byte[][] ALLOWED_NAMES = {
    ascii("audit_ssh"), ascii("l4_override"), ascii("forward"), ascii("override"), ascii("isolate")
  };
  private static final byte[][] DENIED_PREFIXES = {ascii("block"), ascii("deny"), ascii("drop")};

  static Verdict of(byte[] text, int from, int to) {
    for (byte[] prefix : ALLOWED_PREFIXES) {
      if (startsWith(text, from, to, prefix)) {
        return ALLOWED;
      }
    }
    for (byte[] prefix : DENIED_PREFIXES) {
      if (startsWith(text, from, to, prefix)) {
        return DENIED;
      }
    }
    for (byte[] name : ALLOWED_NAMES) {
      if (to - from == name.length && startsWith(text, from, to, name)) {
        return ALLOWED;
      }
    }
    return NEITHER;
  }

  private static boolean startsWith(byte[] text, int from, int to, byte[] lowerCase) {
    if (to - from < lowerCase.length) {
      return false;
    }
    for (int i = 0; i < lowerCase.length; i++) {
      byte b = text[from + i];
      if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != lowerCase[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
