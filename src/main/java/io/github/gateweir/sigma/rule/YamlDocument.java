package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;
import io.github.gateweir.sigma.rule.Problem.Code;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * One YAML document that is being read from the parser's events. Its size and depth are limited,
 * aliases counted as what they stand for, so that no file can exhaust memory or stack.
 */
final class YamlDocument {

  private static final int MAX_DEPTH = 50;
  private static final int MAX_NODES = 100_000;
  private static final String TEXT_TAG = "tag:yaml.org,2002:str";

  /** A value that has an anchor, and how large it is. */
  private record Anchored(Node node, int height, int size) {}

  private final Iterator<Event> events;
  private final Source source;
  private final int firstLine;
  private final Problems problems;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private int nodes;
  private int deepest;

  YamlDocument(Iterator<Event> events, Source source, int firstLine, Problems problems) {
    this.events = events;
    this.source = source;
    this.firstLine = firstLine;
    this.problems = problems;
  }

  /** The value; null for a document without any event of a value. */
  @Nullable Node read() throws YamlRefusal {
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof NodeEvent node) {
        Node root = node(node, 1);
        drain();
        return root;
      }
    }
    return null;
  }

  /** What follows the value may still be wrong. */
  private void drain() throws YamlRefusal {
    while (events.hasNext()) {
      Event event = events.next();
      if (event instanceof NodeEvent) {
        throw new YamlRefusal(
            mark(event), "A second document begins here: put a line --- in front of it.");
      }
    }
  }

  private Node node(NodeEvent event, int depth) throws YamlRefusal {
    if (event instanceof AliasEvent alias) {
      return alias(alias, depth);
    }
    grow(event, depth, 1);
    int nodesBefore = nodes;
    int deepestBefore = deepest;
    deepest = depth;
    Node node = event instanceof ScalarEvent scalar ? scalar(scalar) : collection(event, depth);
    int height = deepest - depth + 1;
    int size = nodes - nodesBefore + 1;
    event.getAnchor().ifPresent(a -> anchors.put(a, new Anchored(node, height, size)));
    deepest = Math.max(deepest, deepestBefore);
    return node;
  }

  private Node alias(AliasEvent event, int depth) throws YamlRefusal {
    Anchored target = anchors.get(event.getAlias());
    if (target == null) {
      throw new YamlRefusal(
          mark(event),
          "The alias *%s stands for nothing that is complete before it: write the value out."
              .formatted(event.getAlias().getValue()));
    }
    grow(event, depth + target.height() - 1, target.size());
    return target.node();
  }

  private void grow(Event event, int depth, int size) throws YamlRefusal {
    nodes += size;
    deepest = Math.max(deepest, depth);
    if (depth > MAX_DEPTH) {
      throw new YamlRefusal(
          mark(event),
          "Values are nested more than %d deep here: no rule needs that.".formatted(MAX_DEPTH));
    }
    if (nodes > MAX_NODES) {
      throw new YamlRefusal(
          mark(event),
          "The document has more than %,d values, aliases counted as what they stand for: split it."
              .formatted(MAX_NODES));
    }
  }

  private Node collection(NodeEvent event, int depth) throws YamlRefusal {
    CollectionStartEvent start = (CollectionStartEvent) event;
    if (start.getTag().isPresent()) {
      refuseTag(event, start.getTag().get());
    }
    return event.getEventId() == Event.ID.SequenceStart
        ? items(event, depth)
        : fields(event, depth);
  }

  private Node items(Event start, int depth) throws YamlRefusal {
    List<Node> items = new ArrayList<>();
    while (events.next() instanceof NodeEvent node) {
      items.add(node(node, depth + 1));
    }
    return new Node.Items(List.copyOf(items), mark(start));
  }

  private Node fields(Event start, int depth) throws YamlRefusal {
    Map<String, Node.Entry> entries = new java.util.LinkedHashMap<>();
    while (events.next() instanceof NodeEvent key) {
      Node name = node(key, depth + 1);
      Node value = node((NodeEvent) events.next(), depth + 1);
      if (name instanceof Node.Scalar scalar) {
        put(entries, scalar, value);
      } else {
        problems.error(
            name.mark(), Code.YAML, "A key is " + name.kind() + ": it must be a single value.");
      }
    }
    return new Node.Fields(List.copyOf(entries.values()), mark(start));
  }

  private void put(Map<String, Node.Entry> entries, Node.Scalar key, Node value) {
    Node.Entry earlier = entries.putIfAbsent(key.text(), new Node.Entry(key, value));
    if (earlier != null) {
      problems.error(
          key.mark(),
          Code.YAML,
          "The key %s is here a second time, first in line %d: keep one of the two."
              .formatted(Fragment.of(key.text()), earlier.key().mark().line()));
    }
  }

  private Node scalar(ScalarEvent event) {
    String tag = event.getTag().orElse(null);
    if (tag != null && !tag.equals(TEXT_TAG) && !tag.equals("!")) {
      refuseTag(event, tag);
    }
    return new Node.Scalar(event.getValue(), event.isPlain() && tag == null, mark(event), source);
  }

  private void refuseTag(Event event, String tag) {
    problems.error(
        mark(event),
        Code.YAML,
        "The value has the tag %s, which rules do not know: take the tag away."
            .formatted(Fragment.of(tag)));
  }

  private Mark mark(Event event) {
    return event
        .getStartMark()
        .map(m -> source.mark(firstLine + m.getLine(), m.getColumn()))
        .orElse(source.mark(firstLine, 0));
  }
}
