package io.github.gateweir.source.file;

import io.github.gateweir.gateway.RawRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;

/** A reader's output that keeps what it is given, and the splits whose output was released. */
final class RecordList implements ReaderOutput<RawRecord> {

  private final List<RawRecord> records = new ArrayList<>();
  private final List<String> released = new ArrayList<>();

  List<RawRecord> records() {
    return records;
  }

  List<String> released() {
    return released;
  }

  @Override
  public void collect(RawRecord record) {
    records.add(record);
  }

  @Override
  public void collect(RawRecord record, long timestamp) {
    throw new UnsupportedOperationException("times are the watermark strategy's business");
  }

  @Override
  public void emitWatermark(Watermark watermark) {
    throw new UnsupportedOperationException("watermarks are the watermark strategy's business");
  }

  @Override
  public void markIdle() {
    throw new UnsupportedOperationException("idleness is the watermark strategy's business");
  }

  @Override
  public void markActive() {
    throw new UnsupportedOperationException("idleness is the watermark strategy's business");
  }

  @Override
  public SourceOutput<RawRecord> createOutputForSplit(String splitId) {
    return this;
  }

  @Override
  public void releaseOutputForSplit(String splitId) {
    released.add(splitId);
  }
}
