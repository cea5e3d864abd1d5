package io.github.gateweir.elasticsearch.setup;

import java.io.Serial;

/** Setup could not do what it should. The message is a sentence that says why and what to do. */
public final class SetupException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final Cause reason;

  SetupException(Cause reason, String sentence) {
    super(sentence);
    this.reason = reason;
  }

  SetupException(Cause reason, String sentence, Throwable cause) {
    super(sentence, cause);
    this.reason = reason;
  }

  /** What kind of failure it is. */
  public Cause reason() {
    return reason;
  }

  /** Whose part it is to do something. */
  public enum Cause {
    /** The credentials, their privileges or the certificates, which the user must correct. */
    CREDENTIALS,
    /** The server: it did not answer, refused, or holds objects that are not ours. */
    SERVER
  }
}
