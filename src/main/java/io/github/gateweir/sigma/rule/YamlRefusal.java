package io.github.gateweir.sigma.rule;

/** Ends the reading of a YAML document that cannot be read further. */
final class YamlRefusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Mark mark;

  YamlRefusal(Mark mark, String message) {
    super(message);
    this.mark = mark;
  }

  Mark mark() {
    return mark;
  }
}
