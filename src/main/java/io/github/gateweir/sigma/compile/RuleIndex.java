package io.github.gateweir.sigma.compile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Which rules could match an event, by what they need of its fields. */
final class RuleIndex {

  private final long[] always;
  private final List<FieldIndex> fields;

  private RuleIndex(long[] always, List<FieldIndex> fields) {
    this.always = always;
    this.fields = fields;
  }

  /**
   * An index of rules.
   *
   * @param anchors what each rule needs; null for a rule that could match anything
   */
  static RuleIndex of(List<@Nullable Anchors> anchors) {
    long[] always = new long[(anchors.size() + Long.SIZE - 1) / Long.SIZE];
    Map<Integer, Map<Anchor, Set<Integer>>> bySlot = new TreeMap<>();
    for (int rule = 0; rule < anchors.size(); rule++) {
      Anchors some = anchors.get(rule);
      if (some == null) {
        always[rule / Long.SIZE] |= 1L << rule;
      } else {
        add(rule, some, bySlot);
      }
    }
    List<FieldIndex> fields = new ArrayList<>();
    bySlot.forEach((slot, rules) -> fields.add(new FieldIndex(slot, rules)));
    return new RuleIndex(always, List.copyOf(fields));
  }

  private static void add(
      int rule, Anchors anchors, Map<Integer, Map<Anchor, Set<Integer>>> bySlot) {
    for (Anchor anchor : anchors.any()) {
      bySlot
          .computeIfAbsent(anchor.slot(), slot -> new LinkedHashMap<>())
          .computeIfAbsent(anchor, key -> new LinkedHashSet<>())
          .add(rule);
    }
  }

  /** What one thread needs to look rules up. */
  RuleLookup lookup() {
    return new RuleLookup(fields, new Candidates(always));
  }
}
