package io.github.gateweir.sigma.compile;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;

/**
 * Literals that texts may contain, found by the automaton of Aho and Corasick in one pass over the
 * text. Most texts have no piece of any literal, which {@link Pieces} see sooner.
 */
final class Substrings {

  private static final int ROOT = 0;
  private static final int NONE = -1;

  private final boolean isEmpty;
  private final Pieces pieces;
  private final Transitions transitions;

  /** The state for the longest proper end of what led to a state. */
  private final int[] failure;

  /** The literal that ends in a state. */
  private final int[] literals;

  /** The next shorter end of what led to a state which is a literal. */
  private final int[] shorter;

  Substrings(Map<String, Integer> substrings) {
    isEmpty = substrings.isEmpty();
    pieces = new Pieces(substrings.keySet());
    int states = 1 + substrings.keySet().stream().mapToInt(String::length).sum();
    transitions = new Transitions(states);
    literals = filled(states);
    int used = 1;
    for (Map.Entry<String, Integer> entry : substrings.entrySet()) {
      used = add(entry.getKey(), entry.getValue(), used);
    }
    failure = new int[used];
    shorter = filled(used);
    link(used);
  }

  private static int[] filled(int length) {
    int[] array = new int[length];
    Arrays.fill(array, NONE);
    return array;
  }

  private int add(String substring, int literal, int used) {
    int next = used;
    int state = ROOT;
    for (int i = 0; i < substring.length(); i++) {
      int known = transitions.get(state, substring.charAt(i));
      if (known == NONE) {
        transitions.put(state, substring.charAt(i), next);
        known = next++;
      }
      state = known;
    }
    literals[state] = literal;
    return next;
  }

  private void link(int used) {
    int[][] children = transitions.children(used);
    Queue<Integer> queue = new ArrayDeque<>();
    queue.add(ROOT);
    while (!queue.isEmpty()) {
      int parent = queue.remove();
      for (int i = 0; i < children[parent].length; i += 2) {
        int child = children[parent][i + 1];
        char c = (char) children[parent][i];
        failure[child] = parent == ROOT ? ROOT : step(failure[parent], c);
        int end = failure[child];
        shorter[child] = literals[end] == NONE ? shorter[end] : end;
        queue.add(child);
      }
    }
  }

  private int step(int from, char c) {
    int state = from;
    int next = transitions.get(state, c);
    while (next == NONE && state != ROOT) {
      state = failure[state];
      next = transitions.get(state, c);
    }
    return next == NONE ? ROOT : next;
  }

  boolean visit(String text, TextTable.Hit hit) {
    if (isEmpty || !pieces.mayBeIn(text)) {
      return false;
    }
    int state = ROOT;
    for (int i = 0; i < text.length(); i++) {
      state = step(state, text.charAt(i));
      if (report(state, hit)) {
        return true;
      }
    }
    return false;
  }

  private boolean report(int state, TextTable.Hit hit) {
    int end = literals[state] == NONE ? shorter[state] : state;
    while (end != NONE) {
      if (hit.on(literals[end])) {
        return true;
      }
      end = shorter[end];
    }
    return false;
  }
}
