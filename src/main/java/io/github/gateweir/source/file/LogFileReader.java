package io.github.gateweir.source.file;

import io.github.gateweir.gateway.RawRecord;
import java.util.Map;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;

/**
 * A subtask of the file source. It asks for a file when it has none: a second file taken in advance
 * would hold the watermark back while it waits.
 */
// "try": that close() may be interrupted is Flink's signature.
@SuppressWarnings("try")
final class LogFileReader
    extends SingleThreadMultiplexSourceReaderBase<ReadLine, RawRecord, LogFileSplit, ReadPosition> {

  LogFileReader(SourceReaderContext context, int longest) {
    super(
        () -> new LogFileSplitReader(longest),
        (line, output, position) -> {
          output.collect(line.raw());
          position.pass(line);
        },
        context.getConfiguration(),
        context);
  }

  @Override
  public void start() {
    askWhenIdle();
  }

  @Override
  protected void onSplitFinished(Map<String, ReadPosition> finished) {
    askWhenIdle();
  }

  private void askWhenIdle() {
    if (getNumberOfCurrentlyAssignedSplits() == 0) {
      context.sendSplitRequest();
    }
  }

  @Override
  protected ReadPosition initializedState(LogFileSplit split) {
    return new ReadPosition(split);
  }

  @Override
  protected LogFileSplit toSplitType(String splitId, ReadPosition position) {
    return position.split();
  }
}
