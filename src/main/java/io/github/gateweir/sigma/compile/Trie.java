package io.github.gateweir.sigma.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/**
 * Literals with the rules that need them. Finds those at the beginning of a text, at its end (when
 * they were put in backwards), or anywhere in it in one pass (Aho and Corasick's automaton).
 */
final class Trie {

  private static final int ROOT = 0;
  private static final int[] NONE = {};

  private final Edges edges = new Edges();
  private final List<int[]> rules = new ArrayList<>(List.of(NONE));
  private final List<List<Character>> below = new ArrayList<>(List.of(new ArrayList<>()));
  private int[] fallbacks = NONE;

  /** Takes the rules that are found. */
  @FunctionalInterface
  interface Found {
    void rule(int rule);
  }

  void put(String literal, int rule) {
    int node = ROOT;
    for (int i = 0; i < literal.length(); i++) {
      node = childOf(node, literal.charAt(i));
    }
    int[] had = rules.get(node);
    int[] has = Arrays.copyOf(had, had.length + 1);
    has[had.length] = rule;
    rules.set(node, has);
  }

  private int childOf(int node, char c) {
    int child = edges.get(node, c);
    if (child == Edges.NONE) {
      child = rules.size();
      edges.put(node, c, child);
      rules.add(NONE);
      below.add(new ArrayList<>());
      below.get(node).add(c);
    }
    return child;
  }

  boolean isEmpty() {
    return rules.size() == 1 && rules.get(ROOT).length == 0;
  }

  /** Finds the literals with which the text begins. */
  void findAtStart(String text, Found found) {
    int node = ROOT;
    give(node, found);
    for (int i = 0; i < text.length(); i++) {
      node = edges.get(node, text.charAt(i));
      if (node == Edges.NONE) {
        return;
      }
      give(node, found);
    }
  }

  /** Finds the literals, put in backwards, with which the text ends. */
  void findAtEnd(String text, Found found) {
    int node = ROOT;
    give(node, found);
    for (int i = text.length() - 1; i >= 0; i--) {
      node = edges.get(node, text.charAt(i));
      if (node == Edges.NONE) {
        return;
      }
      give(node, found);
    }
  }

  /** Makes it ready to find literals anywhere; nothing can be put in afterwards. */
  void link() {
    fallbacks = new int[rules.size()];
    Queue<Integer> queue = new ArrayDeque<>();
    for (char c : below.get(ROOT)) {
      queue.add(edges.get(ROOT, c));
    }
    while (!queue.isEmpty()) {
      int node = queue.remove();
      for (char c : below.get(node)) {
        int child = edges.get(node, c);
        fallbacks[child] = step(fallbacks[node], c);
        rules.set(child, both(rules.get(child), rules.get(fallbacks[child])));
        queue.add(child);
      }
    }
  }

  private static int[] both(int[] some, int[] others) {
    if (others.length == 0) {
      return some;
    }
    int[] all = Arrays.copyOf(some, some.length + others.length);
    System.arraycopy(others, 0, all, some.length, others.length);
    return all;
  }

  /** Finds the literals that the text contains. */
  void findAnywhere(String text, Found found) {
    int node = ROOT;
    give(node, found);
    for (int i = 0; i < text.length(); i++) {
      node = step(node, text.charAt(i));
      give(node, found);
    }
  }

  private int step(int from, char c) {
    int node = from;
    int child = edges.get(node, c);
    while (child == Edges.NONE && node != ROOT) {
      node = fallbacks[node];
      child = edges.get(node, c);
    }
    return child == Edges.NONE ? ROOT : child;
  }

  private void give(int node, Found found) {
    for (int rule : rules.get(node)) {
      found.rule(rule);
    }
  }
}
