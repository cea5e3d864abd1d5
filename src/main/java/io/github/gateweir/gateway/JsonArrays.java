package io.github.gateweir.gateway;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Looks into JSON arrays that a {@link JsonScanner} has checked. */
public final class JsonArrays {

  private JsonArrays() {}

  static boolean holdsOnlyStrings(byte[] text, int from, int to) {
    int i = skipWhiteSpace(text, from + 1);
    while (i < to - 1) {
      if (text[i] != '"') {
        return false;
      }
      i = nextElement(text, endOfString(text, i), to);
    }
    return true;
  }

  static boolean holdsOnlyIntegers(byte[] text, int from, int to) {
    int i = skipWhiteSpace(text, from + 1);
    while (i < to - 1) {
      int end = endOfInteger(text, i);
      if (end == i || isNumberTail(text[end])) {
        return false;
      }
      i = nextElement(text, end, to);
    }
    return true;
  }

  /**
   * Where the first string that is not empty begins, at its quote, in an array of strings; or -1.
   */
  public static int firstString(byte[] text, int from, int to) {
    int i = skipWhiteSpace(text, from + 1);
    while (i < to - 1) {
      int end = endOfString(text, i);
      if (end - i > 2) {
        return i;
      }
      i = nextElement(text, end, to);
    }
    return -1;
  }

  /** The elements as text: strings decoded, numbers as they are. */
  public static List<String> elements(byte[] text, int from, int to) {
    List<String> elements = new ArrayList<>();
    int i = skipWhiteSpace(text, from + 1);
    while (i < to - 1) {
      boolean quoted = text[i] == '"';
      int end = quoted ? endOfString(text, i) : endOfInteger(text, i);
      byte[] element =
          quoted ? JsonText.unescape(text, i + 1, end - 1) : Arrays.copyOfRange(text, i, end);
      elements.add(new String(element, StandardCharsets.UTF_8));
      i = nextElement(text, end, to);
    }
    return elements;
  }

  /** Where the string that begins at this quote ends, behind its closing quote. */
  public static int endOfString(byte[] text, int quote) {
    int i = quote + 1;
    while (text[i] != '"') {
      i += text[i] == '\\' ? 2 : 1;
    }
    return i + 1;
  }

  /** Appends what the string that begins at this quote stands for. */
  public static void appendDecodedString(TextBuffer out, byte[] text, int quote) {
    JsonStrings.appendDecoded(out, text, quote + 1, endOfString(text, quote) - 1);
  }

  private static int endOfInteger(byte[] text, int from) {
    int i = text[from] == '-' ? from + 1 : from;
    while (text[i] >= '0' && text[i] <= '9') {
      i++;
    }
    return i;
  }

  private static boolean isNumberTail(byte b) {
    return b == '.' || b == 'e' || b == 'E';
  }

  private static int nextElement(byte[] text, int end, int to) {
    int i = skipWhiteSpace(text, end);
    return i < to - 1 ? skipWhiteSpace(text, i + 1) : i;
  }

  private static int skipWhiteSpace(byte[] text, int from) {
    int i = from;
    while (text[i] == ' ' || text[i] == '\t' || text[i] == '\n' || text[i] == '\r') {
      i++;
    }
    return i;
  }
}
