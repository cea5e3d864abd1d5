package io.github.gateweir.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes lines to a file, gzipped when its name ends in {@code .gz}, or to standard output. */
final class StreamOutput implements RecordOutput {
  private static final int BUFFER = 1 << 17;

  private final OutputStream out;

  private StreamOutput(OutputStream out) {
    this.out = new BufferedOutputStream(out, BUFFER);
  }

  static StreamOutput toFile(Path file) throws IOException {
    OutputStream out = Files.newOutputStream(file);
    boolean gzip = file.toString().endsWith(".gz");
    return new StreamOutput(gzip ? new GZIPOutputStream(out, BUFFER) : out);
  }

  static StreamOutput to(PrintStream standardOutput) {
    return new StreamOutput(new Unclosed(standardOutput));
  }

  @Override
  public void write(byte[] line, @Nullable String key) throws IOException {
    out.write(line);
    out.write('\n');
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /** Standard output, which stays open, and which says when nobody reads it any more. */
  private static final class Unclosed extends OutputStream {
    private final PrintStream standardOutput;

    Unclosed(PrintStream standardOutput) {
      this.standardOutput = standardOutput;
    }

    @Override
    public void write(int octet) throws IOException {
      standardOutput.write(octet);
      check();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      standardOutput.write(bytes, offset, length);
      check();
    }

    private void check() throws IOException {
      if (standardOutput.checkError()) {
        throw new IOException("nobody reads standard output any more");
      }
    }
  }
}
