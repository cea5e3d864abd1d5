package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Fold;
import io.github.gateweir.sigma.match.Form;
import io.github.gateweir.sigma.match.Predicate;
import io.github.gateweir.sigma.match.ValueTest;
import io.github.gateweir.sigma.match.ValueTest.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a rule needs of an event, so that it can be looked up instead of tried. */
final class Needs {

  private Needs() {}

  /**
   * Needs of which an event must meet one, or it cannot meet the condition; none when it cannot be
   * met; null when nothing can be said.
   */
  static @Nullable List<Need> of(Predicate predicate) {
    if (predicate instanceof Predicate.And and) {
      return best(and.all());
    }
    if (predicate instanceof Predicate.Or or) {
      return union(or.any());
    }
    if (predicate instanceof Predicate.Search search) {
      return of(search.stands());
    }
    return predicate instanceof Predicate.FieldIs is ? of(is.field(), is.test()) : null;
  }

  private static @Nullable List<Need> best(List<Predicate> all) {
    List<Need> best = null;
    for (Predicate predicate : all) {
      List<Need> needs = of(predicate);
      if (needs != null && (best == null || weight(needs) > weight(best))) {
        best = needs;
      }
    }
    return best;
  }

  /** The chain is as strong as its weakest part. */
  private static int weight(List<Need> needs) {
    return needs.stream().mapToInt(need -> need.what().weight()).min().orElse(Integer.MAX_VALUE);
  }

  private static @Nullable List<Need> union(List<Predicate> any) {
    List<Need> union = new ArrayList<>();
    for (Predicate predicate : any) {
      List<Need> needs = of(predicate);
      if (needs == null) {
        return null;
      }
      union.addAll(needs);
    }
    return union;
  }

  private static @Nullable List<Need> of(String field, ValueTest test) {
    List<Need.What> whats = new ArrayList<>();
    if (!addTo(whats, test)) {
      return null;
    }
    return whats.stream().map(what -> new Need(field, what)).toList();
  }

  private static boolean addTo(List<Need.What> whats, ValueTest test) {
    if (test instanceof ValueTest.AnyOf any) {
      return any.tests().stream().allMatch(each -> addTo(whats, each));
    }
    if (test instanceof ValueTest.InList list) {
      list.values().forEach(value -> whats.add(literal(list.form(), Fold.fold(value))));
      return true;
    }
    if (test instanceof ValueTest.InNetworks networks) {
      networks.networks().forEach(network -> whats.add(new Need.In(network)));
      return true;
    }
    Need.What what = single(test);
    return what != null && whats.add(what);
  }

  private static Need.@Nullable What single(ValueTest test) {
    if (test instanceof ValueTest.Matches matches) {
      return pattern(matches);
    }
    if (test instanceof ValueTest.IsNumber number) {
      return new Need.Number(number.number());
    }
    if (test instanceof ValueTest.InNetwork network) {
      return new Need.In(network.network());
    }
    if (test instanceof ValueTest.Finds finds) {
      String piece = RegexLiteral.longest(finds.regex());
      return piece.isEmpty() ? null : new Need.Piece(Fold.fold(piece));
    }
    return null;
  }

  private static Need.@Nullable What pattern(ValueTest.Matches matches) {
    Simple simple = Simple.of(matches);
    if (simple != null) {
      return literal(simple.form(), Fold.fold(simple.literal()));
    }
    String longest = "";
    for (Part part : matches.parts()) {
      if (part instanceof Part.Literal literal && literal.text().length() > longest.length()) {
        longest = literal.text();
      }
    }
    return longest.isEmpty() ? null : new Need.Piece(Fold.fold(longest));
  }

  private static Need.What literal(Form form, String text) {
    return switch (form) {
      case EQUALS -> new Need.Whole(text);
      case STARTS_WITH -> new Need.Start(text);
      case ENDS_WITH -> new Need.End(text);
      case CONTAINS -> new Need.Piece(text);
    };
  }
}
