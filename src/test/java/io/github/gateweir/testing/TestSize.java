package io.github.gateweir.testing;

/**
 * How much work the integration tests do: {@code small} unless the system property {@code
 * gateweir.test.size} says {@code full} (Maven's profile {@code full}).
 */
public enum TestSize {
  SMALL,
  FULL;

  static final String PROPERTY = "gateweir.test.size";

  /** The size of this run. */
  public static TestSize current() {
    return parse(System.getProperty(PROPERTY, "small"));
  }

  /** The number of records for this run: {@code small}, or {@code full} in a full run. */
  public static int records(int small, int full) {
    return current() == FULL ? full : small;
  }

  static TestSize parse(String size) {
    return switch (size) {
      case "small" -> SMALL;
      case "full" -> FULL;
      default ->
          throw new IllegalArgumentException(
              PROPERTY + " is \"" + size + "\", which is no size; give it small or full");
    };
  }
}
