package io.github.gateweir.ecs;

import io.github.gateweir.gateway.GatewayField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Writes valid records of every shape that JSON allows: escapes, white space, nesting, numbers. */
final class AnyJson {

  private static final int DEEPEST = 16;
  private static final String[] ESCAPES = {
    "\\\"",
    "\\\\",
    "\\/",
    "\\b",
    "\\f",
    "\\n",
    "\\r",
    "\\t",
    "\\u0041",
    "\\u00e9",
    "\\u0000",
    "\\ud83d\\ude00",
    "\\uD83D\\uDE00",
    "\\ud83d",
    "\\ude00",
    "\\u20AC",
    "\\u001f",
    "\\u007f"
  };
  private static final String[] TEXTS = {"", "a", "\u00e9", "\u20ac", "\ud83d\ude00", "\u007f"};
  private static final String[] NUMBERS = {
    "0", "-0", "1", "-1", "443", "65536", "0.5", "1e5", "1E+5", "-1.25e-7", "1767355200"
  };

  private final Random random;

  AnyJson(Random random) {
    this.random = random;
  }

  /** An object with a time and a session and members of all sorts, in any order. */
  String record() {
    List<String> members = new ArrayList<>();
    members.add("\"Datetime\"" + space() + ":" + space() + "\"2026-01-02T12:00:00.5Z\"");
    for (GatewayField field : GatewayField.values()) {
      if (field != GatewayField.DATETIME && random.nextInt(3) == 0) {
        members.add(name(field.fieldName()) + space() + ":" + space() + usual(field));
      }
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      members.add(quoted("x" + i + text(random.nextInt(12))) + space() + ":" + space() + value(1));
    }
    members.add("\"OneMore\":\"" + text(random.nextInt(120)) + "\"");
    Collections.shuffle(members, random);
    return space() + "{" + space() + String.join(space() + "," + space(), members) + "}" + space();
  }

  private String usual(GatewayField field) {
    return random.nextInt(4) == 0 || field.fieldName().endsWith("s")
        ? value(1)
        : quoted(text(1 + random.nextInt(30)));
  }

  private String name(String name) {
    int at = random.nextInt(name.length());
    return random.nextInt(4) > 0
        ? quoted(name)
        : quoted(
            name.substring(0, at)
                + String.format("\\u%04x", (int) name.charAt(at))
                + name.substring(at + 1));
  }

  private String value(int depth) {
    return switch (random.nextInt(depth < DEEPEST ? 9 : 5)) {
      case 0 -> "null";
      case 1 -> random.nextBoolean() ? "true" : "false";
      case 2 -> NUMBERS[random.nextInt(NUMBERS.length)];
      case 3, 4 -> quoted(text(random.nextInt(20)));
      case 5, 6 -> "{" + space() + several("\"%d\":", depth) + "}";
      default -> "[" + space() + several("", depth) + "]";
    };
  }

  private String several(String prefix, int depth) {
    List<String> parts = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      parts.add(String.format(prefix, i) + space() + value(depth + 1) + space());
    }
    return String.join(",", parts);
  }

  private String text(int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(
          switch (random.nextInt(8)) {
            case 0 -> ESCAPES[random.nextInt(ESCAPES.length)];
            case 1 -> TEXTS[random.nextInt(TEXTS.length)];
            default -> (char) ('a' + random.nextInt(26));
          });
    }
    return text.toString();
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private String space() {
    return random.nextInt(6) == 0 ? " \t\r\n".substring(random.nextInt(4)) : "";
  }
}
