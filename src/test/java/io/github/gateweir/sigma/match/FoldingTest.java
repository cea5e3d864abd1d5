package io.github.gateweir.sigma.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Simple case folding, against RE2/J's tables and in locales that have their own. */
class FoldingTest {

  /** Without nine Cyrillic letters, from which RE2/J 1.8 looks for others without end. */
  @Test
  void foldsTogetherWhatRe2TakesForTheSame() {
    List<String> apart = new ArrayList<>();
    int folded = 0;
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      int fold = Folding.fold(c);
      if (fold != c && !(c >= 0x1c80 && c <= 0x1c88)) {
        folded++;
        Pattern pattern = Pattern.compile("(?i)^\\x{" + Integer.toHexString(c) + "}$");
        if (!pattern.matches(Character.toString(fold))) {
          apart.add(Integer.toHexString(c));
        }
      }
    }
    assertThat(folded).isGreaterThan(1_300);
    assertThat(apart).isEmpty();
  }

  @Test
  void keepsTheLengthAndWhatIsFoldedAlready() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      int fold = Folding.fold(c);
      assertThat(Character.charCount(fold)).isEqualTo(Character.charCount(c));
      assertThat(Folding.fold(fold)).isEqualTo(fold);
    }
  }

  @Test
  void foldsTextsAsTheirCodePoints() {
    assertThat(Folding.fold("aB\u0130\u0131\u017f\ud801\udc00Z.\ud83d"))
        .isEqualTo("ab\u0130\u0131s\ud801\udc28z.\ud83d");
    String plain = "already-folded.example";
    assertThat(Folding.fold(plain)).isSameAs(plain);
  }

  @Test
  void foldsTheSameInTurkey() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("tr"));
    try {
      assertThat(Folding.fold("TITLE i\u0131")).isEqualTo("title i\u0131");
    } finally {
      Locale.setDefault(before);
    }
  }
}
