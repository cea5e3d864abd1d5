package io.github.gateweir.elasticsearch;

import java.io.IOException;
import java.io.InputStream;

/** Bodies of answers, as far as they fit in memory. */
final class Bodies {

  /** The largest body in bytes: no bulk's answer comes near it. */
  static final int MAX_LENGTH = 100 << 20;

  private Bodies() {}

  static byte[] read(InputStream content) throws IOException {
    try (content) {
      byte[] body = content.readNBytes(MAX_LENGTH + 1);
      if (body.length > MAX_LENGTH) {
        throw new IOException("the answer is larger than " + (MAX_LENGTH >> 20) + " MB");
      }
      return body;
    }
  }
}
