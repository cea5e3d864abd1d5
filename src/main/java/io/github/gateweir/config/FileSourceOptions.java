package io.github.gateweir.config;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** The keys of the file source. */
public final class FileSourceOptions {

  public static final ConfigOption<List<String>> PATH =
      ConfigOptions.key("gateweir.source.files.path")
          .stringType()
          .asList()
          .noDefaultValue()
          .withDescription(
              "The files and folders to read, plain or gzip, folders with all that is below them."
                  + " Paths of Flink's file systems, so s3:// works with the S3 plugin. Needed"
                  + " when gateweir.source.type is files.");

  public static final ConfigOption<FileSourceMode> MODE =
      ConfigOptions.key("gateweir.source.files.mode")
          .enumType(FileSourceMode.class)
          .defaultValue(FileSourceMode.BOUNDED)
          .withDescription(
              "bounded reads what is there, in the order of names, and ends; watch goes on looking"
                  + " for new files.");

  public static final ConfigOption<Duration> DISCOVERY_INTERVAL =
      ConfigOptions.key("gateweir.source.files.discovery-interval")
          .durationType()
          .defaultValue(Duration.ofSeconds(10))
          .withDescription("How often watch looks for new files.");

  public static final ConfigOption<Duration> SETTLE =
      ConfigOptions.key("gateweir.source.files.settle")
          .durationType()
          .defaultValue(Duration.ofSeconds(10))
          .withDescription(
              "How long a file must not have changed before watch reads it: a younger one may"
                  + " still grow.");

  public static final ConfigOption<Duration> REMEMBER =
      ConfigOptions.key("gateweir.source.files.remember")
          .durationType()
          .defaultValue(Duration.ofDays(7))
          .withDescription(
              "How long watch knows a file that it has read, from the file's last change on. An"
                  + " older one counts as read, so no file may arrive later than that.");

  static final List<Key<?>> KEYS =
      List.of(
          new Key<>(PATH, Domain.paths()),
          new Key<>(MODE, Domain.oneOf(FileSourceMode.class)),
          new Key<>(DISCOVERY_INTERVAL, Domain.positiveDuration()),
          new Key<>(SETTLE, Domain.duration()),
          new Key<>(REMEMBER, Domain.positiveDuration()));

  private FileSourceOptions() {}
}
