package io.github.gateweir.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchSettingsTest {

  @Test
  void hasDefaults() {
    assertThat(WatchSettings.DEFAULT)
        .isEqualTo(
            new WatchSettings(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofDays(7)));
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, PT10S, PT168H, interval must be at least 1 ms",
    "PT10S, PT-1S, PT168H, must not be negative",
    "PT10S, PT20S, PT30S, it must be more than"
  })
  void refusesWhatMakesNoSense(Duration interval, Duration settle, Duration remember, String why) {
    assertThatThrownBy(() -> new WatchSettings(interval, settle, remember))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }
}
