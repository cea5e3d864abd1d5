package io.github.gateweir.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines that the benchmarks map. */
public final class Corpus {

  private Corpus() {}

  /** The reference page's samples. */
  public static List<byte[]> lines() throws IOException {
    try (InputStream in = Corpus.class.getResourceAsStream("/reference/samples.ndjson")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.getBytes(StandardCharsets.UTF_8))
          .toList();
    }
  }
}
