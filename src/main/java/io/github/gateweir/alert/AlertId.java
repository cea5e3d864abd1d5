package io.github.gateweir.alert;

import io.github.gateweir.gateway.Digests;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The id of an alert: a hash of what makes it the one that it is, so that a replay gives the same.
 */
public final class AlertId {

  /** 128 of the 256 bits. */
  private static final int ID_BYTES = 16;

  private AlertId() {}

  /** The id of an alert with these parts, in hexadecimal. */
  public static String of(String... parts) {
    byte[] text = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Digests.create("SHA-256").digest(text), 0, ID_BYTES);
  }
}
