package io.github.gateweir.cli;

import io.github.gateweir.config.EventTimeSettings;
import io.github.gateweir.config.FileSourceSettings;
import io.github.gateweir.config.KafkaSourceSettings;
import io.github.gateweir.config.SinkSettings;
import io.github.gateweir.config.SinkStream;
import io.github.gateweir.config.SourceSettings;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.job.Inlet;
import io.github.gateweir.job.Outlet;
import io.github.gateweir.job.Outlets;
import io.github.gateweir.sink.elasticsearch.ElasticsearchOutlet;
import io.github.gateweir.sink.file.FileOutlet;
import io.github.gateweir.sink.kafka.KafkaOutlet;
import io.github.gateweir.sink.stdout.StdoutOutlet;
import io.github.gateweir.source.file.FileInlet;
import io.github.gateweir.source.kafka.KafkaInlet;

/** Chooses the sources and sinks that the settings ask for. */
final class Connectors {

  private Connectors() {}

  /** The source of raw records. */
  static Inlet inlet(SourceSettings source, EventTimeSettings eventTime) {
    return inlet(source, eventTime, RawRecord.MAX_LENGTH);
  }

  /**
   * The source of lines of any kind.
   *
   * @param longest how many bytes of a line are kept
   */
  static Inlet inlet(SourceSettings source, EventTimeSettings eventTime, int longest) {
    if (source instanceof FileSourceSettings files) {
      return new FileInlet(files, eventTime, longest);
    }
    return new KafkaInlet((KafkaSourceSettings) source, eventTime, longest);
  }

  static Outlets outlets(SinkSettings sinks) {
    return new Outlets(
        outlet(SinkStream.EVENTS, sinks),
        outlet(SinkStream.ALERTS, sinks),
        outlet(SinkStream.SESSIONS, sinks),
        outlet(SinkStream.DEAD_LETTERS, sinks));
  }

  private static Outlet outlet(SinkStream stream, SinkSettings sinks) {
    return switch (sinks.type(stream)) {
      case FILES -> new FileOutlet(stream, sinks.files());
      case KAFKA -> new KafkaOutlet(stream, sinks.kafka().topic(stream), sinks.kafka());
      case ELASTICSEARCH -> new ElasticsearchOutlet(stream, sinks.elasticsearch());
      case STDOUT -> new StdoutOutlet(stream);
    };
  }
}
