package io.github.gateweir.config;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;

/** The keys of the file sink. */
public final class FileSinkOptions {

  public static final ConfigOption<String> PATH =
      ConfigOptions.key("gateweir.sink.files.path")
          .stringType()
          .defaultValue("output")
          .withDescription(
              "The folder for the output, a folder for each stream below it. A path of Flink's file"
                  + " systems.");

  public static final ConfigOption<MemorySize> ROLL_SIZE =
      ConfigOptions.key("gateweir.sink.files.roll-size")
          .memoryType()
          .defaultValue(MemorySize.ofMebiBytes(128))
          .withDescription(
              "From which size a file is closed and the next begun. It can be read from the"
                  + " checkpoint after that.");

  public static final ConfigOption<Duration> ROLL_INTERVAL =
      ConfigOptions.key("gateweir.sink.files.roll-interval")
          .durationType()
          .defaultValue(Duration.ofMinutes(5))
          .withDescription("After how long a file is closed, however small it is.");

  static final List<Key<?>> KEYS =
      List.of(
          new Key<>(PATH, Domain.folder()),
          new Key<>(ROLL_SIZE, Domain.size()),
          new Key<>(ROLL_INTERVAL, Domain.positiveDuration()));

  private FileSinkOptions() {}
}
