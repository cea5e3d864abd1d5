package io.github.gateweir.sigma.compile;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.gateweir.sigma.match.Folding;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text must contain for a regular expression to be found. */
class RegexPiecesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "^[a-z0-9]{20,}\\.evil\\.example$ .evil.example",
        "(?i)AbC abc",
        "ab+c ab",
        "abcd?ef abc",
        "abcd{0,2}ef abc",
        "xyz(foo|foobar)? xyz",
        "a(?:bcd)e bcd",
        "(?P<name>abc)+ abc",
        "abc.*defg defg"
      })
  void findsTheLongestLiteral(String regex, String piece) {
    assertThat(RegexPieces.required(regex)).containsExactly(piece);
  }

  @Test
  void findsOneLiteralForEachAlternative() {
    assertThat(RegexPieces.required("abc|x(def|ghi)")).containsExactly("abc", "def", "ghi");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".*", "abc|", "(abc)?", "[abc]", "\\d+", "a*", "\\Qab\\E", "abc|\\pL"})
  void knowsNothingWhereATextCouldBeAnything(String regex) {
    assertThat(RegexPieces.required(regex)).isNull();
  }

  @Test
  void requiresNothingThatATextWithAMatchLacks() {
    Random random = new Random(9);
    int checked = 0;
    for (int i = 0; i < 60_000; i++) {
      String regex = regex(random, 3);
      List<String> pieces = RegexPieces.required(regex);
      String text = regex(random, 0) + regex(random, 0) + regex(random, 0) + regex(random, 0);
      if (pieces != null && isFound(regex, text)) {
        checked++;
        assertThat(pieces).as("%s in %s", regex, text).anyMatch(Folding.fold(text)::contains);
      }
    }
    assertThat(checked).isGreaterThan(1_000);
  }

  private static boolean isFound(String regex, String text) {
    try {
      return Pattern.compile(regex).matcher(text).find();
    } catch (PatternSyntaxException refused) {
      return false;
    }
  }

  private static String regex(Random random, int depth) {
    if (depth == 0) {
      return String.valueOf("abAB.{}|k\u212a".charAt(random.nextInt(10)));
    }
    String one = regex(random, depth - 1);
    String other = regex(random, depth - 1);
    return switch (random.nextInt(12)) {
      case 0 -> one + "|" + other;
      case 1 -> "(" + one + ")" + other;
      case 2 -> "(?i:" + one + ")" + other;
      case 3 -> one + "*" + other;
      case 4 -> one + "+?" + other;
      case 5 -> one + "?" + other;
      case 6 -> one + "{0,1}" + other;
      case 7 -> one + "{1,2}" + other;
      case 8 -> "[" + one + "]" + other;
      case 9 -> "\\." + one;
      default -> one + other;
    };
  }
}
