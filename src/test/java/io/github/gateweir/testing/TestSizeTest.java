package io.github.gateweir.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TestSizeTest {

  @Test
  void isSmallUnlessTheBuildSaysFull() {
    assertThat(TestSize.parse("small")).isEqualTo(TestSize.SMALL);
    assertThat(TestSize.parse("full")).isEqualTo(TestSize.FULL);
  }

  @Test
  void refusesASizeThatDoesNotExist() {
    assertThatThrownBy(() -> TestSize.parse("huge"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("gateweir.test.size is \"huge\", which is no size; give it small or full");
  }
}
