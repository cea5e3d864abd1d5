package io.github.gateweir.testing;

/**
 * How a command ended.
 *
 * @param exitCode what the process returned
 * @param out all that it wrote to standard output
 * @param err all that it wrote to standard error
 */
public record CommandResult(int exitCode, String out, String err) {

  /** This result, or an exception that shows what the command said if it failed. */
  CommandResult orThrow(String command) {
    if (exitCode != 0) {
      throw new IllegalStateException(command + " returned " + exitCode + "\n" + out + "\n" + err);
    }
    return this;
  }
}
