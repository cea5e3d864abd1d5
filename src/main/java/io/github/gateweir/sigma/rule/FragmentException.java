package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.rule.Problem.Code;

/** A condition or value that cannot be read, with the offset of the fragment that is wrong. */
final class FragmentException extends Exception {

  private static final long serialVersionUID = 1L;

  private final int offset;
  private final Code code;
  private final String message;

  FragmentException(int offset, Code code, String message) {
    super(message);
    this.message = message;
    this.offset = offset;
    this.code = code;
  }

  @Override
  public String getMessage() {
    return message;
  }

  int offset() {
    return offset;
  }

  Code code() {
    return code;
  }
}
