package io.github.gateweir.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTemplateTest {
  private final Dice dice = new Dice(5);

  @Test
  void fillsEveryPlaceholder() {
    assertThat(fill("relay-{hex:8}.{base32:4}.{uuid4}.{word}.{octet}.net"))
        .matches(
            "relay-[0-9a-f]{8}\\.[a-z2-7]{4}\\.[0-9a-f]{12}4[0-9a-f]{3}[89ab][0-9a-f]{15}"
                + "\\.[a-z]+\\.[0-9]{1,3}\\.net");
  }

  @ParameterizedTest
  @ValueSource(ints = {70, 73, 74, 75, 95, 96, 134, 135, 136, 200, 240})
  void padsToTheLengthOfTheWholeNameWithLabelsThatAreAllowed(int length) {
    String name = fill("{pad:" + length + "}.example.net");
    assertThat(name).hasSize(length).endsWith(".example.net");
    assertThat(name.split("\\.", -1)).allSatisfy(label -> assertThat(label).hasSizeBetween(1, 63));
  }

  @Test
  void padsToALengthInARange() {
    for (int i = 0; i < 100; i++) {
      assertThat(fill("{pad:97-99}.{word}.net")).hasSizeBetween(97, 99);
    }
  }

  @Test
  void refusesAPlaceholderThatItDoesNotKnow() {
    assertThatThrownBy(() -> fill("{colour}.net"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("{colour}");
  }

  private String fill(String template) {
    return new NameTemplate(template).fill(dice);
  }
}
