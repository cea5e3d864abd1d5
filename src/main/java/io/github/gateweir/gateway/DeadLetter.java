package io.github.gateweir.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A record that could not become an event, with the reason and its place, so that it can be mended
 * and replayed.
 *
 * @param place where the record was read
 * @param code what is wrong with it
 * @param message a sentence that says what and where
 * @param original the bytes of the line, at most {@link RawRecord#MAX_LENGTH} of them
 * @param originalLength how many bytes the line has in its source
 * @param epochMillis when it was judged, wall clock, milliseconds since the epoch
 */
public record DeadLetter(
    Place place,
    DeadLetterCode code,
    String message,
    byte[] original,
    long originalLength,
    long epochMillis) {

  /** 128 of the 256 bits. */
  private static final int ID_BYTES = 16;

  /** What makes it unique: the same record gives the same id whenever it fails the same way. */
  public String id() {
    MessageDigest sha256 = Digests.create("SHA-256");
    String where = place.origin() + '\n' + place.partition() + '\n' + place.position();
    sha256.update(
        (where + '\n' + place.line() + '\n' + code + '\n').getBytes(StandardCharsets.UTF_8));
    byte[] hash = sha256.digest(original);
    return HexFormat.of().formatHex(hash, 0, ID_BYTES);
  }
}
