package io.github.gateweir;

import io.github.gateweir.cli.Commands;

/** The command line's entry point, and the main class of the job jar. */
public final class Gateweir {

  /** Set by the launcher, whose process may be ended with an exit code. */
  private static final String LAUNCHER = "gateweir.launcher";

  private Gateweir() {}

  /**
   * Runs one command.
   *
   * @throws IllegalStateException if it failed inside the process of a Flink client or a
   *     JobManager, which must not be ended
   */
  public static void main(String[] args) {
    int exitCode = Commands.commandLine().execute(args);
    if (System.getProperty(LAUNCHER) != null) {
      System.exit(exitCode);
    }
    if (exitCode != 0) {
      throw new IllegalStateException("gateweir ended with exit code " + exitCode + ".");
    }
  }
}
