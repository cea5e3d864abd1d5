package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.event.EventModel;
import io.github.gateweir.sigma.match.Form;
import io.github.gateweir.sigma.match.Network;
import io.github.gateweir.sigma.match.Predicate;
import io.github.gateweir.sigma.match.ValueTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells why a rule matches an event or does not. Slower than matching, and says more. */
final class Explainer<E> {

  private final EventModel<E> model;
  private final E event;

  Explainer(EventModel<E> model, E event) {
    this.model = model;
    this.event = event;
  }

  private boolean holds(Predicate predicate) {
    FieldTable<E> fields = new FieldTable<>(model);
    Node node = new PredicateCompiler(fields).compile(predicate);
    return node.test(view(fields));
  }

  private EventView<E> view(FieldTable<E> fields) {
    EventView<E> view = new EventView<>(model, fields);
    view.lookAt(event);
    return view;
  }

  private FieldValue value(String field) {
    FieldTable<E> fields = new FieldTable<>(model);
    int number = fields.number(field);
    return view(fields).field(number);
  }

  Explanation explain(Predicate predicate) {
    if (predicate instanceof Predicate.And and) {
      return composed("all of", predicate, and.all());
    }
    if (predicate instanceof Predicate.Or or) {
      return composed("any of", predicate, or.any());
    }
    if (predicate instanceof Predicate.Not not) {
      return composed("not", predicate, List.of(not.negated()));
    }
    if (predicate instanceof Predicate.Search search) {
      return composed("search " + search.name(), predicate, List.of(search.stands()));
    }
    return new Explanation(Wording.of(predicate), found(predicate), holds(predicate), List.of());
  }

  private Explanation composed(String name, Predicate predicate, List<Predicate> parts) {
    return new Explanation(
        name, null, holds(predicate), parts.stream().map(this::explain).toList());
  }

  private @Nullable String found(Predicate predicate) {
    if (predicate instanceof Predicate.FieldIs is) {
      return spelled(value(is.field()));
    }
    if (predicate instanceof Predicate.FieldExists exists) {
      return spelled(value(exists.field()));
    }
    if (predicate instanceof Predicate.FieldIsNull isNull) {
      return spelled(value(isNull.field()));
    }
    if (predicate instanceof Predicate.FieldIsField is) {
      return spelled(value(is.field())) + " and " + spelled(value(is.other()));
    }
    return "the event's texts";
  }

  private static String spelled(FieldValue value) {
    if (!value.exists()) {
      return "absent";
    }
    return value.isNull()
        ? "null"
        : value.scalars().stream().map(Scalar::text).collect(Collectors.joining(", "));
  }

  List<Contribution> contributions(Predicate predicate) {
    List<Contribution> all = new ArrayList<>();
    if (holds(predicate)) {
      addTo(all, "", predicate);
    }
    return all;
  }

  /** The condition holds; what is under a negation contributes nothing. */
  private void addTo(List<Contribution> all, String search, Predicate predicate) {
    if (predicate instanceof Predicate.And and) {
      and.all().forEach(each -> addTo(all, search, each));
    } else if (predicate instanceof Predicate.Or or) {
      or.any().stream().filter(this::holds).forEach(each -> addTo(all, search, each));
    } else if (predicate instanceof Predicate.Search named) {
      addTo(all, named.name(), named.stands());
    } else if (predicate instanceof Predicate.FieldIs is) {
      addTo(all, search, is.field(), value(is.field()).scalars(), is.test());
    } else if (predicate instanceof Predicate.Keyword keyword) {
      FieldTable<E> none = new FieldTable<>(model);
      addTo(all, search, "", view(none).texts(), keyword.test());
    } else if (!(predicate instanceof Predicate.Not)) {
      String value = found(predicate);
      all.add(
          new Contribution(
              Wording.field(predicate),
              value == null ? "" : value,
              search,
              null,
              Wording.of(predicate)));
    }
  }

  private static void addTo(
      List<Contribution> all, String search, String field, List<Scalar> values, ValueTest test) {
    for (Scalar value : values) {
      if (TestCompiler.compile(test).test(value)) {
        all.add(
            new Contribution(field, value.text(), search, list(test), entry(test, value)));
        return;
      }
    }
  }

  private static @Nullable String list(ValueTest test) {
    if (test instanceof ValueTest.InList list) {
      return list.list();
    }
    return test instanceof ValueTest.InNetworks networks ? networks.list() : null;
  }

  private static String entry(ValueTest test, Scalar value) {
    if (test instanceof ValueTest.InList list) {
      String found = new LiteralSet(list.values(), list.form(), list.cased()).find(value);
      return found == null ? "" : found;
    }
    if (test instanceof ValueTest.InNetworks networks) {
      Network found = new NetworkSet(networks.networks()).find(value);
      return found == null ? "" : found.text();
    }
    if (test instanceof ValueTest.AnyOf any) {
      return any.tests().stream()
          .filter(each -> TestCompiler.compile(each).test(value))
          .findFirst()
          .map(each -> entry(each, value))
          .orElse("");
    }
    return Wording.of(test);
  }

  /** How a form is said. */
  static String said(Form form) {
    return switch (form) {
      case EQUALS -> "is";
      case STARTS_WITH -> "begins with";
      case ENDS_WITH -> "ends with";
      case CONTAINS -> "contains";
    };
  }
}
