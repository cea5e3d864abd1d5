package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;
import io.github.gateweir.sigma.rule.Problem.Code;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of a map in a rule, read by the type that each must have. */
final class Keys {

  private final Node.Fields map;
  private final Problems problems;

  Keys(Node.Fields map, Problems problems) {
    this.map = map;
    this.problems = problems;
  }

  Mark mark() {
    return map.mark();
  }

  /** The entry of a key; null when it is not there or has no value. */
  Node.@Nullable Entry entry(String key) {
    return map.entries().stream()
        .filter(e -> e.key().text().equals(key) && !PlainScalar.isNull(e.value()))
        .findFirst()
        .orElse(null);
  }

  @Nullable Node node(String key) {
    Node.Entry entry = entry(key);
    return entry == null ? null : entry.value();
  }

  /** A single value; null when there is none, or when it is wrong. */
  Node.@Nullable Scalar scalar(String key) {
    Node node = node(key);
    if (node == null || node instanceof Node.Scalar) {
      return (Node.Scalar) node;
    }
    wrong(node, key, "a single value");
    return null;
  }

  @Nullable String text(String key) {
    Node.Scalar scalar = scalar(key);
    return scalar == null ? null : scalar.text();
  }

  /** A list of single values, or one as a list of one; empty when there is none. */
  List<Node.Scalar> scalars(String key) {
    Node node = node(key);
    List<Node> nodes =
        node instanceof Node.Items items
            ? items.items()
            : Optional.ofNullable(node).stream().toList();
    List<Node.Scalar> scalars = new ArrayList<>();
    for (Node item : nodes) {
      if (item instanceof Node.Scalar scalar) {
        scalars.add(scalar);
      } else {
        wrong(item, key, "a list of single values");
      }
    }
    return scalars;
  }

  List<String> texts(String key) {
    return scalars(key).stream().map(Node.Scalar::text).toList();
  }

  /** A section; null when there is none, or when it is wrong. */
  @Nullable Keys section(String key) {
    Node node = node(key);
    if (node == null || node instanceof Node.Fields) {
      return node == null ? null : new Keys((Node.Fields) node, problems);
    }
    wrong(node, key, "a map");
    return null;
  }

  Node.Fields map() {
    return map;
  }

  private void wrong(Node node, String key, String wanted) {
    problems.error(
        node.mark(),
        Code.STRUCTURE,
        "Here is %s where '%s' must be %s.".formatted(node.kind(), key, wanted));
  }

  /** Whether {@code true}; a value that is no boolean is refused. */
  boolean flag(String key) {
    Node.Scalar scalar = scalar(key);
    if (scalar != null && !PlainScalar.isBoolean(scalar)) {
      problems.error(
          scalar.mark(),
          Code.STRUCTURE,
          "'%s' must be true or false, not %s.".formatted(key, Fragment.of(scalar.text())));
    }
    return scalar != null && scalar.text().equalsIgnoreCase("true");
  }

  /** Keys other than these, as plain Java values; without those that have none. */
  Map<String, Object> others(Set<String> known) {
    Map<String, Object> others = new LinkedHashMap<>();
    for (Node.Entry entry : map.entries()) {
      Object value = known.contains(entry.key().text()) ? null : java(entry.value());
      if (value != null) {
        others.put(entry.key().text(), value);
      }
    }
    return others;
  }

  /** Refuses keys other than these. */
  void refuseOthers(Set<String> known, String section) {
    for (Node.Entry entry : map.entries()) {
      if (!known.contains(entry.key().text())) {
        problems.error(
            entry.key().mark(),
            Code.STRUCTURE,
            "%s has no key %s: it has %s."
                .formatted(
                    section,
                    Fragment.of(entry.key().text()),
                    String.join(", ", new java.util.TreeSet<>(known))));
      }
    }
  }

  private static @Nullable Object java(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return PlainScalar.java(scalar);
    } else if (node instanceof Node.Items items) {
      return items.items().stream().map(Keys::java).filter(v -> v != null).toList();
    }
    Map<String, Object> map = new LinkedHashMap<>();
    for (Node.Entry entry : ((Node.Fields) node).entries()) {
      Object value = java(entry.value());
      if (value != null) {
        map.put(entry.key().text(), value);
      }
    }
    return map;
  }
}
