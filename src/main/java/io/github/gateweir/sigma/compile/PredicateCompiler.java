package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.match.Form;
import io.github.gateweir.sigma.match.Predicate;
import io.github.gateweir.sigma.match.ValueTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compiles what rules ask. */
final class PredicateCompiler {

  /** From so many literals on a set is faster than one comparison after the other. */
  private static final int MANY = 4;

  private final FieldTable<?> fields;

  PredicateCompiler(FieldTable<?> fields) {
    this.fields = fields;
  }

  Node compile(Predicate predicate) {
    if (predicate instanceof Predicate.And and) {
      return all(and.all());
    }
    if (predicate instanceof Predicate.Or or) {
      return any(or.any());
    }
    if (predicate instanceof Predicate.Not not) {
      Node negated = compile(not.negated());
      return event -> !negated.test(event);
    }
    if (predicate instanceof Predicate.Search search) {
      return compile(search.stands());
    }
    return leaf(predicate);
  }

  private Node leaf(Predicate predicate) {
    if (predicate instanceof Predicate.FieldIs is) {
      return fieldIs(is.field(), TestCompiler.compile(is.test()));
    }
    if (predicate instanceof Predicate.FieldExists exists) {
      int field = fields.number(exists.field());
      return event -> event.field(field).exists();
    }
    if (predicate instanceof Predicate.FieldIsNull isNull) {
      int field = fields.number(isNull.field());
      return event -> event.field(field).isNull();
    }
    if (predicate instanceof Predicate.FieldIsField isField) {
      return fieldIsField(isField);
    }
    return keyword(((Predicate.Keyword) predicate).test());
  }

  private Node fieldIs(String name, ScalarTest test) {
    int field = fields.number(name);
    return event -> test.testAny(event.field(field));
  }

  private Node fieldIsField(Predicate.FieldIsField is) {
    int field = fields.number(is.field());
    int other = fields.number(is.other());
    return event -> anyLies(is, event.field(field), event.field(other));
  }

  private static boolean anyLies(Predicate.FieldIsField is, FieldValue values, FieldValue others) {
    for (Scalar value : values.scalars()) {
      for (Scalar other : others.scalars()) {
        if (TestCompiler.lies(is.form(), value, other, is.cased())) {
          return true;
        }
      }
    }
    return false;
  }

  private static Node keyword(ValueTest test) {
    ScalarTest compiled = TestCompiler.compile(test);
    return event -> {
      for (Scalar text : event.texts()) {
        if (compiled.test(text)) {
          return true;
        }
      }
      return false;
    };
  }

  private Node all(List<Predicate> predicates) {
    Node[] nodes =
        predicates.stream()
            .sorted(Comparator.comparingInt(Cost::of))
            .map(this::compile)
            .toArray(Node[]::new);
    return event -> {
      for (Node node : nodes) {
        if (!node.test(event)) {
          return false;
        }
      }
      return true;
    };
  }

  private Node any(List<Predicate> predicates) {
    Map<Literals, List<String>> literals = new LinkedHashMap<>();
    List<Predicate> others = new ArrayList<>();
    for (Predicate predicate : predicates) {
      Simple simple = simple(predicate);
      if (simple == null) {
        others.add(predicate);
      } else {
        literals
            .computeIfAbsent(Literals.of(predicate, simple), ignored -> new ArrayList<>())
            .add(simple.literal());
      }
    }
    List<Node> nodes = new ArrayList<>();
    literals.forEach((kind, values) -> nodes.addAll(literals(kind, values)));
    others.stream().sorted(Comparator.comparingInt(Cost::of)).map(this::compile).forEach(nodes::add);
    return any(nodes.toArray(Node[]::new));
  }

  private static Node any(Node[] nodes) {
    return event -> {
      for (Node node : nodes) {
        if (node.test(event)) {
          return true;
        }
      }
      return false;
    };
  }

  private static Simple simple(Predicate predicate) {
    return predicate instanceof Predicate.FieldIs is && is.test() instanceof ValueTest.Matches matches
        ? Simple.of(matches)
        : null;
  }

  private List<Node> literals(Literals kind, List<String> values) {
    if (values.size() >= MANY) {
      return List.of(fieldIs(kind.field(), new LiteralSet(values, kind.form(), kind.cased())));
    }
    return values.stream()
        .map(value -> fieldIs(kind.field(), new LiteralSet(List.of(value), kind.form(), kind.cased())))
        .toList();
  }

  /** What literals have in common that can be looked up together. */
  private record Literals(String field, Form form, boolean cased) {
    static Literals of(Predicate predicate, Simple simple) {
      return new Literals(((Predicate.FieldIs) predicate).field(), simple.form(), simple.cased());
    }
  }
}
