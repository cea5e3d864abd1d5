package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;

/** Ends the reading of a YAML document that cannot be read further. */
final class YamlRefusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Mark mark;
  private final String message;

  YamlRefusal(Mark mark, String message) {
    super(message);
    this.message = message;
    this.mark = mark;
  }

  @Override
  public String getMessage() {
    return message;
  }

  Mark mark() {
    return mark;
  }
}
