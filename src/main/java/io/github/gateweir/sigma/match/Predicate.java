package io.github.gateweir.sigma.match;

import io.github.gateweir.sigma.Mark;
import java.util.List;

/** What a rule asks of an event. */
public sealed interface Predicate {

  /** All of them. True when there is none. */
  record And(List<Predicate> all) implements Predicate {}

  /** Any of them. False when there is none. */
  record Or(List<Predicate> any) implements Predicate {}

  /** Not that. */
  record Not(Predicate negated) implements Predicate {}

  /** A search identifier where the condition names it: the same as what it stands for. */
  record Search(String name, Predicate stands) implements Predicate {}

  /** A value of the field, or any element where it is an array, passes the test. */
  record FieldIs(String field, ValueCheck test, Mark mark) implements Predicate {}

  /** The event has the field, if only with JSON's null. */
  record FieldExists(String field, Mark mark) implements Predicate {}

  /** The event lacks the field, or it is JSON's null, or an empty array. */
  record FieldIsNull(String field, Mark mark) implements Predicate {}

  /**
   * Two fields of one event compare: for any element of either, where they are arrays.
   *
   * @param form whether the field is the other one's value, or begins with, ends with, contains it
   */
  record FieldIsField(String field, String other, Form form, boolean cased, Mark mark)
      implements Predicate {}

  /** Any text or number of the event contains it, or passes another test. */
  record Keyword(ValueCheck test, Mark mark) implements Predicate {}
}
