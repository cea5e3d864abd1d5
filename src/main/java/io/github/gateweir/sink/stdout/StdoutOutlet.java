package io.github.gateweir.sink.stdout;

import io.github.gateweir.config.SinkStream;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.job.OperatorIds;
import io.github.gateweir.job.Outlet;
import io.github.gateweir.sink.Document;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Writes documents to the standard output of the process that runs the task, one a line. After a
 * failure those since the last checkpoint are written again.
 */
public final class StdoutOutlet implements Outlet {

  private final SinkStream stream;

  /** An outlet for this stream. */
  public StdoutOutlet(SinkStream stream) {
    this.stream = stream;
  }

  @Override
  public Optional<DataStream<DeadLetter>> write(DataStream<Document> documents) {
    documents
        .sinkTo(new StdoutSink())
        .uid(OperatorIds.sink(stream, "stdout"))
        .name(stream + " to standard output");
    return Optional.empty();
  }

  private static final class StdoutSink implements Sink<Document> {

    private static final long serialVersionUID = 1L;

    @Override
    public SinkWriter<Document> createWriter(WriterInitContext context) {
      return new StdoutWriter();
    }
  }

  private static final class StdoutWriter implements SinkWriter<Document> {

    /** One write a line keeps the lines of several subtasks whole. */
    @Override
    public void write(Document document, Context context) throws IOException {
      byte[] json = document.json();
      byte[] line = new byte[json.length + 1];
      System.arraycopy(json, 0, line, 0, json.length);
      line[json.length] = '\n';
      PrintStream out = System.out;
      synchronized (out) {
        out.write(line);
        if (out.checkError()) {
          throw new IOException("Standard output is closed.");
        }
      }
    }

    @Override
    public void flush(boolean endOfInput) {
      System.out.flush();
    }

    @Override
    public void close() {}
  }
}
