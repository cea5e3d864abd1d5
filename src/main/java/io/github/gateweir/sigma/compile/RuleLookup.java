package io.github.gateweir.sigma.compile;

import java.util.List;

/** Looks up which rules could match an event, for one thread. */
final class RuleLookup {

  private final FieldIndex[] fields;
  private final TextTable.Hit[] hits;
  private final Candidates candidates;

  RuleLookup(List<FieldIndex> fields, Candidates candidates) {
    this.fields = fields.toArray(new FieldIndex[0]);
    this.candidates = candidates;
    hits = fields.stream().map(field -> field.hit(candidates)).toArray(TextTable.Hit[]::new);
  }

  /** The rules that could match the event; until the next one. */
  Candidates find(Reading<?> event) {
    candidates.reset();
    for (int i = 0; i < fields.length; i++) {
      FieldValues values = event.values(fields[i].slot());
      for (int j = 0; j < values.count(); j++) {
        fields[i].lookUp(values.get(j), hits[i], candidates);
      }
    }
    return candidates;
  }
}
