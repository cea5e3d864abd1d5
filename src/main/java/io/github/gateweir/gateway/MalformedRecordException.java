package io.github.gateweir.gateway;

import java.io.Serial;

/**
 * A line that is not a JSON object as a record has to be. The message is a sentence with the byte
 * position, counted from 0. It has no stack trace: it is thrown for every bad line of a bad input.
 */
public final class MalformedRecordException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final String sentence;

  MalformedRecordException(String sentence) {
    super(sentence, null, false, false);
    this.sentence = sentence;
  }

  /** What is wrong, and at which byte. */
  public String sentence() {
    return sentence;
  }

  static MalformedRecordException at(int position, String what) {
    return new MalformedRecordException(what + " at byte " + position + ".");
  }
}
