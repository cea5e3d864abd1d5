package io.github.gateweir.detection;

import io.github.gateweir.sigma.match.Predicate;
import java.util.ArrayList;
import java.util.List;

/** The fields that a condition names. */
final class Fields {

  private Fields() {}

  static List<String> of(Predicate predicate) {
    List<String> fields = new ArrayList<>();
    add(fields, predicate);
    return fields;
  }

  private static void add(List<String> fields, Predicate predicate) {
    if (predicate instanceof Predicate.And and) {
      and.all().forEach(each -> add(fields, each));
    } else if (predicate instanceof Predicate.Or or) {
      or.any().forEach(each -> add(fields, each));
    } else if (predicate instanceof Predicate.Not not) {
      add(fields, not.negated());
    } else if (predicate instanceof Predicate.Search search) {
      add(fields, search.stands());
    } else if (predicate instanceof Predicate.FieldIs is) {
      fields.add(is.field());
    } else if (predicate instanceof Predicate.FieldExists exists) {
      fields.add(exists.field());
    } else if (predicate instanceof Predicate.FieldIsNull isNull) {
      fields.add(isNull.field());
    } else if (predicate instanceof Predicate.FieldIsField is) {
      fields.addAll(List.of(is.field(), is.other()));
    }
  }
}
