package io.github.gateweir.cli;

import java.io.Serial;
import org.apache.flink.util.ExceptionUtils;

/** The job ended with a failure that no restart mended; the message is its innermost cause. */
final class JobFailedException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  JobFailedException(Throwable failure) {
    this("The job failed: " + innermost(failure), failure);
  }

  private JobFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  /** For a job whose process was told to end. */
  static JobFailedException stopped(Throwable cause) {
    return new JobFailedException("The job was stopped before its end.", cause);
  }

  private static String innermost(Throwable failure) {
    Throwable cause = ExceptionUtils.stripCompletionException(failure);
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }
}
