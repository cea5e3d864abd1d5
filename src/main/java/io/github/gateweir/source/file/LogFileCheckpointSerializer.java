package io.github.gateweir.source.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * How a {@link LogFileCheckpoint} is written into checkpoints. Version 1: listed (boolean), horizon
 * (long), the number of read paths (int) and each with its time (UTF, long), the version of the
 * split serializer (int), the number of unread files (int) and each with the length of its bytes
 * before them (int).
 */
final class LogFileCheckpointSerializer implements SimpleVersionedSerializer<LogFileCheckpoint> {

  private static final int VERSION = 1;

  private final LogFileSplitSerializer splits = new LogFileSplitSerializer();

  @Override
  public int getVersion() {
    return VERSION;
  }

  @Override
  public byte[] serialize(LogFileCheckpoint checkpoint) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(1024);
    out.writeBoolean(checkpoint.listed());
    out.writeLong(checkpoint.horizon());
    out.writeInt(checkpoint.read().size());
    for (Map.Entry<String, Long> file : checkpoint.read().entrySet()) {
      out.writeUTF(file.getKey());
      out.writeLong(file.getValue());
    }
    writeUnread(checkpoint, out);
    return out.getCopyOfBuffer();
  }

  @Override
  public LogFileCheckpoint deserialize(int version, byte[] bytes) throws IOException {
    LogFileSplitSerializer.requireKnown(version, VERSION, "list of log files");
    DataInputDeserializer in = new DataInputDeserializer(bytes);
    return new LogFileCheckpoint(in.readBoolean(), in.readLong(), readRead(in), readUnread(in));
  }

  private void writeUnread(LogFileCheckpoint checkpoint, DataOutputSerializer out)
      throws IOException {
    out.writeInt(splits.getVersion());
    out.writeInt(checkpoint.unread().size());
    for (LogFileSplit split : checkpoint.unread()) {
      byte[] written = splits.serialize(split);
      out.writeInt(written.length);
      out.write(written);
    }
  }

  private static Map<String, Long> readRead(DataInputDeserializer in) throws IOException {
    int count = in.readInt();
    Map<String, Long> read = new HashMap<>();
    for (int i = 0; i < count; i++) {
      read.put(in.readUTF(), in.readLong());
    }
    return read;
  }

  private List<LogFileSplit> readUnread(DataInputDeserializer in) throws IOException {
    int version = in.readInt();
    int count = in.readInt();
    List<LogFileSplit> unread = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] written = new byte[in.readInt()];
      in.readFully(written);
      unread.add(splits.deserialize(version, written));
    }
    return unread;
  }
}
