package io.github.gateweir.gateway;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Message digests that every Java platform has to have. */
public final class Digests {

  private Digests() {}

  /** A digest by its standard name, SHA-1 or SHA-256. */
  public static MessageDigest create(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime lacks " + algorithm + ".", e);
    }
  }
}
