package io.github.gateweir.elasticsearch;

/** What is said about an exception of the HTTP library. */
final class Failure {

  private Failure() {}

  /** Its message, or what it is when it has none. */
  static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }
}
