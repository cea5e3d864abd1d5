package io.github.gateweir.elasticsearch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compression in the form that HTTP calls gzip. */
final class Gzip {

  private static final int BUFFER = 8192;

  private Gzip() {}

  /** At the fastest level: JSON shrinks to about a tenth with it already, and a bulk is large. */
  static byte[] compress(byte[] body) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream(body.length / 8 + 64);
    try (OutputStream gzip = new Fast(compressed)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  private static final class Fast extends GZIPOutputStream {

    Fast(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
