package io.github.gateweir.sigma.compile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.sigma.match.Form;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Finds the same literals as one test after the other. */
class TextTableTest {

  private final Random random = new Random(5);

  @Test
  void findsEveryLiteralThatLiesInAText() {
    int found = 0;
    for (int i = 0; i < 500; i++) {
      List<TextLiteral> literals = literals(1 + random.nextInt(30));
      TextTable table = new TextTable(literals);
      for (int j = 0; j < 20; j++) {
        String text = text(random.nextInt(3) == 0 ? 30 : 6);
        Set<Integer> expected = new TreeSet<>();
        for (int k = 0; k < literals.size(); k++) {
          if (literals.get(k).liesIn(text)) {
            expected.add(k);
          }
        }
        assertThat(found(table, text)).as("%s in %s", literals, text).isEqualTo(expected);
        assertThat(table.anyIn(text)).isEqualTo(!expected.isEmpty());
        found += expected.size();
      }
    }
    assertThat(found).isGreaterThan(5_000);
  }

  @Test
  void findsOneOfThousandsOfDomainsByItsEnd() {
    List<TextLiteral> literals = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      literals.add(new TextLiteral(Form.ENDS_WITH, ".host" + i + ".example"));
    }
    TextTable table = new TextTable(literals);
    assertThat(found(table, "www.host19999.example")).containsExactly(19_999);
    assertThat(found(table, "www.host20000.example")).isEmpty();
    assertThat(found(table, "host7.example")).isEmpty();
  }

  private static Set<Integer> found(TextTable table, String text) {
    Set<Integer> found = new TreeSet<>();
    table.visit(
        text,
        literal -> {
          found.add(literal);
          return false;
        });
    return found;
  }

  /** With and without short ones, as short ones are found another way. */
  private List<TextLiteral> literals(int count) {
    Set<TextLiteral> literals = new LinkedHashSet<>();
    int shortest = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      Form form = Form.values()[random.nextInt(Form.values().length)];
      literals.add(new TextLiteral(form, text(2) + "ab\u00e4".substring(3 - shortest) + text(3)));
    }
    return List.copyOf(literals);
  }

  private String text(int longest) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(longest + 1); i > 0; i--) {
      text.append("aabb\u00e4\u4e2d".charAt(random.nextInt(6)));
    }
    return text.toString();
  }
}
