package io.github.gateweir.config;

import java.util.Arrays;
import java.util.List;

/** The keys that choose the sink of each stream: those of {@link SinkStream}. */
public final class SinkOptions {

  static final List<Key<?>> KEYS =
      Arrays.stream(SinkStream.values())
          .<Key<?>>map(stream -> new Key<>(stream.sink(), Domain.oneOf(SinkType.class)))
          .toList();

  private SinkOptions() {}
}
