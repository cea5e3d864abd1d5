package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Form;
import io.github.gateweir.sigma.match.Network;
import io.github.gateweir.sigma.match.Predicate;
import io.github.gateweir.sigma.match.ValueCheck;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what an event must have for a condition to hold. */
final class AnchorFinder {

  /** Numbers in logs are mostly few: ports, types, codes. */
  private static final double NUMBER_LIKELIHOOD = 0.03;

  private static final int V4_BITS_BEFORE = 96;

  private final Slots<?> slots;

  AnchorFinder(Slots<?> slots) {
    this.slots = slots;
  }

  /** The least likely of what it must have; null when it could have anything. */
  @Nullable Anchors find(Predicate predicate) {
    if (predicate instanceof Predicate.And and) {
      return Anchors.least(findEach(and.all()));
    }
    if (predicate instanceof Predicate.Or or) {
      return Anchors.union(findEach(or.any()));
    }
    if (predicate instanceof Predicate.Search search) {
      return find(search.stands());
    }
    if (predicate instanceof Predicate.FieldIs is) {
      return find(slots.slot(is.field()), is.test());
    }
    return predicate instanceof Predicate.Keyword keyword
        ? find(Slots.KEYWORDS, keyword.test())
        : null;
  }

  private List<@Nullable Anchors> findEach(List<Predicate> predicates) {
    List<@Nullable Anchors> all = new ArrayList<>();
    for (Predicate predicate : predicates) {
      all.add(find(predicate));
    }
    return all;
  }

  private static @Nullable Anchors find(int slot, ValueCheck test) {
    if (test instanceof ValueCheck.Matches pattern) {
      return Anchors.least(literals(slot, pattern));
    }
    if (test instanceof ValueCheck.InList in) {
      List<@Nullable Anchors> all = new ArrayList<>();
      in.values().forEach(value -> all.add(TextLiteral.anchors(slot, in.form(), value)));
      return Anchors.union(all);
    }
    if (test instanceof ValueCheck.Finds finds) {
      return pieces(slot, finds.regex());
    }
    if (test instanceof ValueCheck.IsNumber is) {
      return Anchors.of(new Anchor.OfNumber(slot, is.number()), NUMBER_LIKELIHOOD);
    }
    if (test instanceof ValueCheck.InNetwork in) {
      return network(slot, in.network());
    }
    if (test instanceof ValueCheck.InNetworks in) {
      List<@Nullable Anchors> all = new ArrayList<>();
      in.networks().forEach(network -> all.add(network(slot, network)));
      return Anchors.union(all);
    }
    return test instanceof ValueCheck.AnyOf any ? union(slot, any.tests()) : null;
  }

  private static @Nullable Anchors union(int slot, List<ValueCheck> tests) {
    List<@Nullable Anchors> all = new ArrayList<>();
    for (ValueCheck test : tests) {
      all.add(find(slot, test));
    }
    return Anchors.union(all);
  }

  private static List<@Nullable Anchors> literals(int slot, ValueCheck.Matches pattern) {
    List<@Nullable Anchors> all = new ArrayList<>();
    List<ValueCheck.Part> parts = pattern.parts();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof ValueCheck.Part.Literal literal) {
        all.add(
            TextLiteral.anchors(slot, Patterns.form(i > 0, i < parts.size() - 1), literal.text()));
      }
    }
    if (parts.isEmpty()) {
      all.add(TextLiteral.anchors(slot, Form.EQUALS, ""));
    }
    return all;
  }

  private static @Nullable Anchors pieces(int slot, String regex) {
    List<String> pieces = RegexPieces.required(regex);
    if (pieces == null) {
      return null;
    }
    List<@Nullable Anchors> all = new ArrayList<>();
    pieces.forEach(piece -> all.add(TextLiteral.anchors(slot, Form.CONTAINS, piece)));
    return Anchors.union(all);
  }

  private static Anchors network(int slot, Network network) {
    int bits = Math.max(0, network.prefix() - V4_BITS_BEFORE);
    return Anchors.of(new Anchor.OfNetwork(slot, network), Math.pow(2, -bits / 2.0));
  }
}
