package io.github.gateweir.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LineFeedsTest {

  @Test
  void findsWhatAPlainLoopFinds() {
    Random random = new Random(7);
    byte[] bytes = new byte[61];
    for (int round = 0; round < 300; round++) {
      random.nextBytes(bytes);
      scatterFeeds(bytes, random, round % 4);
      for (int from = 0; from <= bytes.length; from++) {
        int to = from + random.nextInt(bytes.length - from + 1);
        assertThat(LineFeeds.indexOf(bytes, from, to)).isEqualTo(plain(bytes, from, to));
      }
    }
  }

  /** Bytes that differ from a line feed in one bit or by one are what tricks with bits confuse. */
  private static void scatterFeeds(byte[] bytes, Random random, int feeds) {
    byte[] near = {0x0b, 0x09, (byte) 0x8a, 0x1a, 0x00, (byte) 0xff};
    for (int i = 0; i < 20; i++) {
      bytes[random.nextInt(bytes.length)] = near[random.nextInt(near.length)];
    }
    for (int i = 0; i < feeds; i++) {
      bytes[random.nextInt(bytes.length)] = '\n';
    }
  }

  private static int plain(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }
}
