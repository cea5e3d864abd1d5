package io.github.gateweir.generate;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Where generated lines go. */
@FunctionalInterface
public interface RecordOutput extends Closeable {

  /**
   * Writes a line.
   *
   * @param line its bytes, without a line end; the output may keep them
   * @param key what belongs together, the SessionID; null for a line that is no event
   */
  void write(byte[] line, @Nullable String key) throws IOException;

  /** Lets what was written be seen; called before the generator waits. */
  default void flush() throws IOException {}

  @Override
  default void close() throws IOException {}
}
