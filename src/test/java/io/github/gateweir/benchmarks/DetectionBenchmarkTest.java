package io.github.gateweir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.gateweir.generate.Detection;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that are timed raise the alerts that are planned. */
class DetectionBenchmarkTest {

  @ParameterizedTest
  @ValueSource(strings = {Corpus.REFERENCE, Corpus.GENERATED})
  void timesRulesThatFindWhatIsPlanned(String corpus) {
    DetectionBenchmark benchmark = new DetectionBenchmark();
    benchmark.corpus = corpus;

    assertThatNoException().isThrownBy(benchmark::setUp);
  }

  @Test
  void hasSomethingToFind() {
    assertThat(Corpus.planned(Corpus.GENERATED, Set.of(Detection.values()))).isGreaterThan(20);
  }
}
