package io.github.gateweir.sink.file;

import io.github.gateweir.config.FileSinkSettings;
import io.github.gateweir.config.SinkStream;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.job.OperatorIds;
import io.github.gateweir.job.Outlet;
import io.github.gateweir.sink.Document;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.apache.flink.api.common.serialization.Encoder;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.BasePathBucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.DefaultRollingPolicy;

/**
 * Writes documents to files below a folder, one a line. A file gets its final name, which ends with
 * {@code .ndjson}, with the checkpoint that completes it; until then its name begins with a dot.
 */
public final class FileOutlet implements Outlet {

  private final SinkStream stream;
  private final FileSinkSettings settings;

  /**
   * An outlet for one stream.
   *
   * @param stream the stream, whose name is that of the folder
   */
  public FileOutlet(SinkStream stream, FileSinkSettings settings) {
    this.stream = stream;
    this.settings = settings;
  }

  @Override
  public Optional<DataStream<DeadLetter>> write(DataStream<Document> documents) {
    FileSink<Document> sink =
        FileSink.forRowFormat(new Path(settings.path(), stream.label()), new NdjsonEncoder())
            .withBucketAssigner(new BasePathBucketAssigner<>())
            .withRollingPolicy(
                DefaultRollingPolicy.builder()
                    .withMaxPartSize(new MemorySize(settings.rollSize()))
                    .withRolloverInterval(settings.rollInterval())
                    .withInactivityInterval(settings.rollInterval())
                    .build())
            .withOutputFileConfig(
                OutputFileConfig.builder()
                    .withPartPrefix(stream.label())
                    .withPartSuffix(".ndjson")
                    .build())
            .build();
    documents.sinkTo(sink).uid(OperatorIds.sink(stream, "files")).name(stream + " to files");
    return Optional.empty();
  }

  private static final class NdjsonEncoder implements Encoder<Document> {

    private static final long serialVersionUID = 1L;

    @Override
    public void encode(Document document, OutputStream out) throws IOException {
      out.write(document.json());
      out.write('\n');
    }
  }
}
