package io.github.gateweir.benchmarks;

import io.github.gateweir.generate.Detection;
import io.github.gateweir.generate.Generator;
import io.github.gateweir.generate.GeneratorSettings;
import io.github.gateweir.generate.Timestamps;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** The lines that the benchmarks map. */
final class Corpus {

  /** The three samples of the reference page, which have 20 fields each. */
  static final String REFERENCE = "reference";

  /**
   * Lines with all 34 fields of today's dataset: ordinary traffic and that of every detection, IPv4
   * and IPv6, tcp, udp and quic. No two are equal.
   */
  static final String GENERATED = "generated";

  private static final GeneratorSettings SETTINGS =
      new GeneratorSettings(
          2_000,
          OptionalLong.empty(),
          1,
          Set.of(Detection.values()),
          Timestamps.RFC3339,
          GeneratorSettings.DEFAULT_START,
          0);

  private Corpus() {}

  /**
   * The lines of a corpus, without line ends.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  static List<byte[]> lines(String name) throws IOException {
    return switch (name) {
      case REFERENCE -> reference();
      case GENERATED -> generated();
      default ->
          throw new IllegalArgumentException(
              "The corpus \"%s\" is unknown; take %s or %s.".formatted(name, REFERENCE, GENERATED));
    };
  }

  /** How many alerts of these detections a corpus must raise. */
  static int planned(String name, Set<Detection> detections) {
    // One reference sample visits the domain with which Cloudflare's categories are tested.
    return name.equals(REFERENCE)
        ? Collections.frequency(detections, Detection.EICAR_DETECTION)
        : plannedByGenerator(detections);
  }

  private static int plannedByGenerator(Set<Detection> detections) {
    List<Detection> planned = new ArrayList<>();
    new Generator(SETTINGS).forEachRemaining(line -> planned.addAll(line.expectation().rules()));
    planned.retainAll(detections);
    return planned.size();
  }

  private static List<byte[]> reference() throws IOException {
    try (InputStream in = Corpus.class.getResourceAsStream("/reference/samples.ndjson")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.getBytes(StandardCharsets.UTF_8))
          .toList();
    }
  }

  private static List<byte[]> generated() {
    List<byte[]> lines = new ArrayList<>();
    new Generator(SETTINGS).forEachRemaining(line -> lines.add(line.bytes()));
    return lines;
  }
}
