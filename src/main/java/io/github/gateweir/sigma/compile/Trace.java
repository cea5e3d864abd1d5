package io.github.gateweir.sigma.compile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a condition that tells why it holds. It is as the rule has it, where a {@link
 * Condition} is reordered and gathered into tables; slower, and needed for few events only.
 */
sealed interface Trace {

  boolean holds(Reading<?> reading);

  Explanation explain(Reading<?> reading);

  /** Adds what makes it hold, if it does. */
  void contribute(Reading<?> reading, String search, List<Contribution> contributions);

  /** How a node follows from those below. */
  enum Kind {
    AND,
    OR,
    NOT
  }

  /**
   * A node with others below.
   *
   * @param search the search identifier that it is; null when it is none
   */
  record Group(Kind kind, String what, @Nullable String search, List<Trace> parts)
      implements Trace {

    @Override
    public boolean holds(Reading<?> reading) {
      return switch (kind) {
        case AND -> parts.stream().allMatch(part -> part.holds(reading));
        case OR -> parts.stream().anyMatch(part -> part.holds(reading));
        case NOT -> parts.stream().noneMatch(part -> part.holds(reading));
      };
    }

    @Override
    public Explanation explain(Reading<?> reading) {
      List<Explanation> explained = parts.stream().map(part -> part.explain(reading)).toList();
      return new Explanation(what, holds(reading), null, explained);
    }

    @Override
    public void contribute(Reading<?> reading, String outer, List<Contribution> contributions) {
      if (kind != Kind.NOT && holds(reading)) {
        String inner = search == null ? outer : search;
        parts.forEach(part -> part.contribute(reading, inner, contributions));
      }
    }
  }

  /**
   * A node that asks something of a field.
   *
   * @param field its name; an empty string for keywords
   */
  record Leaf(String field, int slot, String what, Condition condition) implements Trace {

    @Override
    public boolean holds(Reading<?> reading) {
      return condition.holds(reading);
    }

    @Override
    public Explanation explain(Reading<?> reading) {
      String value = slot == Slots.KEYWORDS ? found(reading) : reading.values(slot).spelled();
      return new Explanation(what, holds(reading), value, List.of());
    }

    private @Nullable String found(Reading<?> reading) {
      Scalar first = first(reading);
      return first == null ? null : first.text();
    }

    private @Nullable Scalar first(Reading<?> reading) {
      if (condition instanceof FieldCondition is) {
        return reading.values(slot).first(is.test());
      }
      return condition instanceof FieldsCondition fields ? fields.first(reading) : null;
    }

    @Override
    public void contribute(Reading<?> reading, String search, List<Contribution> contributions) {
      if (holds(reading)) {
        Scalar first = first(reading);
        String spelled = reading.values(slot).spelled();
        String value = first != null ? first.text() : spelled == null ? "" : spelled;
        contributions.add(new Contribution(field, value, search, entry(first)));
      }
    }

    private String entry(@Nullable Scalar passed) {
      return condition instanceof FieldCondition is && passed != null
          ? is.test().entry(passed)
          : what;
    }
  }
}
