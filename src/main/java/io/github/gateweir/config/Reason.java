package io.github.gateweir.config;

/** What an exception of another library says, fit to stand in a sentence. */
final class Reason {

  private Reason() {}

  /** The first line of the innermost cause: the outer ones tell less. */
  static String of(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null || message.isBlank()
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElse("").replaceFirst("\\.$", "");
  }
}
