package io.github.gateweir;

/** The command line's entry point. */
public final class Gateweir {
  private Gateweir() {}

  /** Runs one command. */
  public static void main(String[] args) {}
}
