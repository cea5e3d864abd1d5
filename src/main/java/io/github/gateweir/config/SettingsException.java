package io.github.gateweir.config;

/**
 * Something that the user must correct in the settings or in what they name. The message is one
 * sentence that says where, what is wrong and what would be right; the program ends with exit code
 * 2.
 */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A mistake told by its sentence alone. */
  public SettingsException(String sentence) {
    super(sentence);
  }

  /** A mistake that showed as another exception, kept for those who ask for details. */
  public SettingsException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
