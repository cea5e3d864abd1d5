package io.github.gateweir.cli;

import java.io.Serial;

/** A mistake on the command line; the message is a sentence that says what to do. */
final class UsageException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
