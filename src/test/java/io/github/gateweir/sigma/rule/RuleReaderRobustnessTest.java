package io.github.gateweir.sigma.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Nothing that a file may hold makes the reader throw. */
class RuleReaderRobustnessTest {

  private static final int MUTATIONS = 1_500;
  private static final long SEED = 20_260_101L;

  private final RuleReader reader = new RuleReader(SampleRules.LISTS::get);

  @Test
  void readsTheRuleThatIsMutated() throws IOException {
    RuleFile file = reader.read("valid.yml", valid());

    assertThat(file.problems()).isEmpty();
    assertThat(file.rules()).hasSize(2);
    assertThat(file.correlations()).hasSize(1);
    assertThat(file.filters()).hasSize(1);
  }

  @Test
  void readsMutatedRulesWithoutThrowing() throws IOException {
    byte[] valid = valid();
    Random random = new Random(SEED);
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      RuleFile file = reader.read("mutated.yml", mutated(valid, random));
      assertThat(file.documents()).isNotEmpty();
      refused += file.problems().isEmpty() ? 0 : 1;
    }
    assertThat(refused).as("mutations that break a rule").isBetween(MUTATIONS / 4, MUTATIONS);
  }

  @Test
  void readsNoiseWithoutThrowing() {
    Random random = new Random(SEED);
    for (int i = 0; i < 500; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      assertThat(reader.read("noise", noise).problems()).isNotEmpty();
    }
  }

  @Test
  void refusesDeepNesting() {
    for (String yaml : new String[] {"[", "{a: ", "- ", "? ", "a: &a [*a, "}) {
      assertThat(read(yaml.repeat(20_000)).rules()).isEmpty();
    }
    assertThat(SampleRules.problems("a: " + "[".repeat(60) + "]".repeat(60)))
        .contains(
            "rule.yml:1:53: error: Values are nested more than 50 deep here: no rule needs that."
                + " [yaml]");
  }

  @Test
  void refusesNestedConditions() {
    String deep = SampleRules.withCondition("(".repeat(60) + "other" + ")".repeat(60));
    assertThat(read(deep).problems().get(0).message()).contains("nested more than 50 deep");
    String not = SampleRules.withCondition("not ".repeat(10_000) + "other");
    assertThat(read(not).problems().get(0).message()).contains("nested more than 50 deep");
  }

  @Test
  void refusesAliasesThatMultiply() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      bomb.append("a%d: &a%d [".formatted(i, i));
      bomb.append("*a%d, ".formatted(i - 1).repeat(10)).append("]\n");
    }
    assertThat(read(bomb.toString()).problems().get(0).message()).contains("more than 100,000");
  }

  @Test
  void refusesAValueThatContainsItself() {
    assertThat(read("a: &a [1, *a]").problems().get(0).message()).contains("The alias *a");
  }

  @Test
  void refusesRegularExpressionsThatMultiply() {
    String regex = "((((x{1000}){1000}){1000}){1000}){1000}";
    assertThat(read(SampleRules.withSearch("a|re: '" + regex + "'")).problems().get(0).code())
        .isEqualTo(Problem.Code.REGEX);
    String groups = "(".repeat(3_000) + "x" + ")".repeat(3_000);
    assertThat(read(SampleRules.withSearch("a|re: '" + groups + "'")).problems().get(0).code())
        .isEqualTo(Problem.Code.REGEX);
  }

  private RuleFile read(String yaml) {
    return reader.read("rule.yml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] mutated(byte[] valid, Random random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = random.nextInt(valid.length - 1);
    int other = random.nextInt(valid.length);
    int kind = random.nextInt(4);
    for (int i = 0; i < valid.length; i++) {
      if (i != at) {
        out.write(valid[i]);
      } else if (kind == 1) {
        out.write(valid[i]);
        out.write(valid[i]);
      } else if (kind == 2) {
        out.write(valid[other]);
      } else if (kind == 3) {
        out.write(random.nextInt(256));
      }
    }
    return out.toByteArray();
  }

  private static byte[] valid() throws IOException {
    try (InputStream in = RuleReaderRobustnessTest.class.getResourceAsStream("/sigma/valid.yml")) {
      return Objects.requireNonNull(in).readAllBytes();
    }
  }
}
