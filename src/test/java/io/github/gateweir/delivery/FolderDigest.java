package io.github.gateweir.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The documents in an output folder as two multisets, however many there are: how many lines each
 * stream has, and the sum of their hashes, which does not depend on the order.
 *
 * @param lines how many lines of events and of dead letters
 * @param hashes the sum of the lines' SHA-256 of each stream, as numbers
 */
record FolderDigest(List<Long> lines, List<String> hashes) {
  /** When a dead letter was made: all that may differ from run to run. */
  private static final Pattern TIME = Pattern.compile("^\\{\"@timestamp\":\"[^\"]*\",");

  static FolderDigest of(Path folder) throws IOException {
    Sum events = new Sum();
    Output.forEachLine(folder.resolve("events"), events::add);
    Sum deadLetters = new Sum();
    Output.forEachLine(
        folder.resolve("dead-letters"),
        line ->
            deadLetters.add(
                TIME.matcher(new String(line, UTF_8)).replaceFirst("").getBytes(UTF_8)));
    return new FolderDigest(
        List.of(events.lines, deadLetters.lines), List.of(events.hash(), deadLetters.hash()));
  }

  private static final class Sum {
    private long lines;
    private BigInteger sum = BigInteger.ZERO;

    void add(byte[] line) {
      lines++;
      sum = sum.add(new BigInteger(1, Hashing.sha256().hashBytes(line).asBytes()));
    }

    String hash() {
      return sum.toString(16);
    }
  }
}
