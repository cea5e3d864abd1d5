package io.github.gateweir.config;

/**
 * A value that is wrong in a way that deserves a sentence of its own, instead of what the key
 * takes. The message is the rest of the sentence that the key begins; it must show no secret.
 */
final class Mistake extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  Mistake(String rest) {
    super(rest);
  }

  Mistake(String rest, Throwable cause) {
    super(rest, cause);
  }
}
