package io.github.gateweir.sigma.compile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event must have one of, or else a rule cannot match.
 *
 * @param likelihood how likely an event has one, by a rough guess: a rule is looked up by what is
 *     least likely
 */
record Anchors(List<Anchor> any, double likelihood) {

  static Anchors of(Anchor anchor, double likelihood) {
    return new Anchors(List.of(anchor), likelihood);
  }

  /** Any of either; null when one of them is null, that is, could be anything. */
  static @Nullable Anchors union(List<@Nullable Anchors> all) {
    List<Anchor> any = new ArrayList<>();
    double likelihood = 0;
    for (Anchors anchors : all) {
      if (anchors == null) {
        return null;
      }
      any.addAll(anchors.any);
      likelihood += anchors.likelihood;
    }
    return new Anchors(any, likelihood);
  }

  /** The least likely; null when all of them could be anything. */
  static @Nullable Anchors least(List<@Nullable Anchors> all) {
    Anchors least = null;
    for (Anchors anchors : all) {
      if (anchors != null && (least == null || anchors.likelihood < least.likelihood)) {
        least = anchors;
      }
    }
    return least;
  }
}
