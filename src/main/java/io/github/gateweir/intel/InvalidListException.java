package io.github.gateweir.intel;

/** A list that cannot be used; the message says in which file and line, what is wrong and why. */
public final class InvalidListException extends Exception {

  private static final long serialVersionUID = 1L;

  InvalidListException(String message) {
    super(message);
  }
}
