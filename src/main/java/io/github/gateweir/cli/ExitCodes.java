package io.github.gateweir.cli;

/** The exit codes of every command. */
public final class ExitCodes {

  /** Done. */
  public static final int DONE = 0;

  /** Faults were found where finding them is what the command is for. */
  public static final int FAULTS = 1;

  /** Wrong usage or settings: something for the user to correct. */
  public static final int USAGE = 2;

  /** It failed: something outside did not work. */
  public static final int FAILED = 3;

  private ExitCodes() {}
}
