package io.github.gateweir.source.file;

import java.io.IOException;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * How a {@link LogFileSplit} is written into checkpoints. Version 1: path (UTF), line and offset
 * (long), gzip and givenUp (boolean).
 */
final class LogFileSplitSerializer implements SimpleVersionedSerializer<LogFileSplit> {

  private static final int VERSION = 1;

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(LogFileSplit split) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(128);
    out.writeUTF(split.path());
    out.writeLong(split.line());
    out.writeLong(split.offset());
    out.writeBoolean(split.gzip());
    out.writeBoolean(split.givenUp());
    return out.getCopyOfBuffer();
  }

  @Override
  public LogFileSplit deserialize(int version, byte[] bytes) throws IOException {
    requireKnown(version, VERSION, "position in a log file");
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    return new LogFileSplit(
        in.readUTF(), in.readLong(), in.readLong(), in.readBoolean(), in.readBoolean());
  }

  /** Refuses what a later release wrote. */
  static void requireKnown(int version, int latest, String what) throws IOException {
    if (version < 1 || version > latest) {
      throw new IOException(
          "The checkpoint holds a %s of version %d, but this release knows versions up to %d only; restore it with the release that wrote it or a later one."
              .formatted(what, version, latest));
    }
  }
}
