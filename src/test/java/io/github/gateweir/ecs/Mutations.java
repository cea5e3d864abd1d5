package io.github.gateweir.ecs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Breaks lines, a little each time: mostly they stay near to what they were. */
final class Mutations {

  private static final byte[] TELLING =
      "{}[]\":,\\/ \t\r\n\u0000\u001f\u007f\u0080\u00c0\u00ed\u00f4\u00ff0123456789.-+eEutfn"
          .getBytes(ISO_8859_1);

  private final Random random;

  Mutations(Random random) {
    this.random = random;
  }

  byte[] of(byte[] line) {
    byte[] broken = line;
    for (int i = random.nextInt(3); i >= 0; i--) {
      broken = once(broken);
    }
    return broken;
  }

  private byte[] once(byte[] line) {
    if (line.length == 0) {
      return new byte[] {telling()};
    }
    int at = random.nextInt(line.length);
    return switch (random.nextInt(7)) {
      case 0 -> replaced(line, at, (byte) (line[at] ^ (1 << random.nextInt(8))));
      case 1 -> replaced(line, at, telling());
      case 2 -> Arrays.copyOf(line, at);
      case 3 -> spliced(line, at, at, telling());
      case 4 -> spliced(line, at, at + 1);
      case 5 -> {
        int to = Math.min(line.length, at + 1 + random.nextInt(40));
        yield spliced(line, to, to, Arrays.copyOfRange(line, at, to));
      }
      default -> spliced(line, at, Math.min(line.length, at + random.nextInt(20)));
    };
  }

  private byte telling() {
    return TELLING[random.nextInt(TELLING.length)];
  }

  private static byte[] replaced(byte[] line, int at, byte by) {
    byte[] replaced = line.clone();
    replaced[at] = by;
    return replaced;
  }

  /** The line with what lies from one place to another replaced. */
  private static byte[] spliced(byte[] line, int from, int to, byte... by) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(line, 0, from);
    out.writeBytes(by);
    out.write(line, to, line.length - to);
    return out.toByteArray();
  }
}
