package io.github.gateweir.generate;

/** A kind of line that is no ordinary event, and what becomes of it. */
public enum Fault {
  NOT_JSON(Outcome.DEAD_LETTER, "malformed"),
  NOT_ONE_OBJECT(Outcome.DEAD_LETTER, "malformed"),
  TRUNCATED(Outcome.DEAD_LETTER, "malformed"),
  INVALID_UTF8(Outcome.DEAD_LETTER, "malformed"),
  TOO_DEEP(Outcome.DEAD_LETTER, "malformed"),
  UNREADABLE_DATETIME(Outcome.DEAD_LETTER, "bad_timestamp"),
  NO_DATETIME(Outcome.DEAD_LETTER, "bad_timestamp"),
  OTHER_DATASET(Outcome.DEAD_LETTER, "other_dataset"),
  BLANK(Outcome.IGNORED, "blank_line"),
  UPLOAD_TEST(Outcome.IGNORED, "upload_test"),
  /** A known field with a value of the wrong JSON type: the event stays, without the field. */
  WRONG_TYPE(Outcome.EVENT, "skipped_field"),
  /** Rare, one in a thousand, because each is as long as hundreds of records. */
  TOO_LONG(Outcome.DEAD_LETTER, "malformed");

  /** Where a line ends up. */
  public enum Outcome {
    EVENT,
    DEAD_LETTER,
    IGNORED
  }

  private final Outcome outcome;
  private final String reason;

  Fault(Outcome outcome, String reason) {
    this.outcome = outcome;
    this.reason = reason;
  }

  /** Where the line ends up. */
  public Outcome outcome() {
    return outcome;
  }

  /** The code of the dead letter, or the reason why the line is ignored. */
  public String reason() {
    return reason;
  }
}
