package io.github.gateweir.config;

/**
 * A system that the settings name but that did not answer, which may be over when one tries again.
 * The message is one sentence; the program ends with exit code 3.
 */
public final class UnreachableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A failure told by its sentence, with what caused it for those who ask for details. */
  public UnreachableException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
