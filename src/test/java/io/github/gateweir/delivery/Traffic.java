package io.github.gateweir.delivery;

import io.github.gateweir.generate.Detection;
import io.github.gateweir.generate.GeneratedLine;
import io.github.gateweir.generate.Generator;
import io.github.gateweir.generate.GeneratorSettings;
import io.github.gateweir.generate.Timestamps;
import java.time.Duration;
import java.util.Iterator;
import java.util.OptionalLong;
import java.util.Set;

/** Generated lines for the job. */
final class Traffic {

  private Traffic() {}

  /** Lines of which so many of a hundred are faulty, from a year before the usual ones. */
  static Iterator<GeneratedLine> of(long records, double faultyPercent, long seed) {
    return new Generator(
        new GeneratorSettings(
            records,
            OptionalLong.empty(),
            seed,
            Set.of(Detection.values()),
            Timestamps.RFC3339,
            GeneratorSettings.DEFAULT_START.minus(Duration.ofDays(365)),
            faultyPercent));
  }
}
