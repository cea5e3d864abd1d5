package io.github.gateweir.generate;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A server name with placeholders, each filled anew for every record:
 *
 * <ul>
 *   <li>{@code {hex:8}}, {@code {base32:16}}: so many digits
 *   <li>{@code {uuid4}}: the 32 hex digits of a random UUID
 *   <li>{@code {word}}: an ordinary word; {@code {octet}}: a number from 2 to 250
 *   <li>{@code {pad:96}}, {@code {pad:96-140}}: labels so long that the whole name has so many
 *       characters; at most one in a name
 * </ul>
 */
final class NameTemplate {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)(?::(\\d+))?(?:-(\\d+))?}");
  private static final Pattern PAD = Pattern.compile("\\{pad:(\\d+)(?:-(\\d+))?}");
  private static final String HEX = "0123456789abcdef";
  private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

  /** Labels may have 63 characters. */
  private static final int LONGEST_LABEL = 60;

  private final String text;

  NameTemplate(String text) {
    this.text = text;
  }

  String fill(Dice dice) {
    String name = PLACEHOLDER.matcher(text).replaceAll(found -> value(found, dice));
    return PAD.matcher(name).replaceFirst(pad -> padding(pad, name, dice));
  }

  private static String value(MatchResult placeholder, Dice dice) {
    return switch (placeholder.group(1)) {
      case "hex" -> digits(HEX, number(placeholder), dice);
      case "base32" -> digits(BASE32, number(placeholder), dice);
      case "uuid4" -> ClientFields.uuid(dice).replace("-", "");
      case "word" -> dice.pick(Words.FIRST) + dice.pick(Words.SECOND);
      case "octet" -> Integer.toString(dice.between(2, 250));
      case "pad" -> placeholder.group();
      default -> throw new IllegalArgumentException("no such placeholder: " + placeholder.group());
    };
  }

  private static int number(MatchResult placeholder) {
    return Integer.parseInt(placeholder.group(2));
  }

  private static String padding(MatchResult pad, String name, Dice dice) {
    int shortest = Integer.parseInt(pad.group(1));
    int longest = pad.group(2) == null ? shortest : Integer.parseInt(pad.group(2));
    int length = dice.between(shortest, longest) - (name.length() - pad.group().length());
    StringBuilder labels = new StringBuilder(digits(BASE32, length, dice));
    for (int dot = LONGEST_LABEL; dot < length - 1; dot += LONGEST_LABEL + 1) {
      labels.setCharAt(dot, '.');
    }
    return labels.toString();
  }

  private static String digits(String alphabet, int count, Dice dice) {
    StringBuilder digits = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      digits.append(alphabet.charAt(dice.below(alphabet.length())));
    }
    return digits.toString();
  }
}
