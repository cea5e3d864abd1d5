package io.github.gateweir.generate;

import java.util.HexFormat;

/** Hands out SessionIDs of 32 hex digits, none of them twice. */
final class SessionIds {
  private static final HexFormat HEX = HexFormat.of();

  private final long salt;
  private long count;

  SessionIds(long salt) {
    this.salt = salt;
  }

  String next() {
    count++;
    return HEX.toHexDigits(Dice.mix(salt ^ count)) + HEX.toHexDigits(count);
  }
}
