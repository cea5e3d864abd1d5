package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One document of a rule file. */
sealed interface Document {

  @Nullable String id();

  @Nullable String name();

  Mark mark();

  /** A rule, and which fields it names. */
  record OfRule(Rule rule, List<FieldUse> fields) implements Document {

    @Override
    public @Nullable String id() {
      return rule.id();
    }

    @Override
    public @Nullable String name() {
      return rule.name();
    }

    @Override
    public Mark mark() {
      return rule.mark();
    }
  }

  /** A correlation. */
  record OfCorrelation(Correlation correlation) implements Document {

    @Override
    public @Nullable String id() {
      return correlation.id();
    }

    @Override
    public @Nullable String name() {
      return correlation.name();
    }

    @Override
    public Mark mark() {
      return correlation.mark();
    }
  }

  /** A filter, and which fields it names. */
  record OfFilter(Filter filter, List<FieldUse> fields) implements Document {

    @Override
    public @Nullable String id() {
      return filter.id();
    }

    @Override
    public @Nullable String name() {
      return filter.name();
    }

    @Override
    public Mark mark() {
      return filter.mark();
    }
  }

  /** One that is refused. */
  record Refused(@Nullable String id, @Nullable String name, Mark mark) implements Document {}
}
