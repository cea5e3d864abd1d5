package io.github.gateweir.sigma.compile;

import java.util.Arrays;

/** Where an automaton goes from a state with a character: a hash table of the edges of a tree. */
final class Transitions {

  private static final int ASCII = 0x80;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** From state 0, in which an automaton is most of the time. */
  private final int[] first = new int[ASCII];

  /** State and character, plus one: zero is a free place. */
  private final long[] keys;

  private final int[] targets;
  private final int shift;

  /**
   * A table without edges.
   *
   * @param edges how many it will have at most
   */
  Transitions(int edges) {
    Arrays.fill(first, -1);
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * edges + 1);
    shift = Long.SIZE - bits;
    keys = new long[1 << bits];
    targets = new int[keys.length];
  }

  void put(int state, char c, int target) {
    keys[place(state, c)] = key(state, c);
    targets[place(state, c)] = target;
    if (state == 0 && c < ASCII) {
      first[c] = target;
    }
  }

  /** The state behind the edge, or -1. */
  int get(int state, char c) {
    if (state == 0 && c < ASCII) {
      return first[c];
    }
    int place = place(state, c);
    return keys[place] == 0 ? -1 : targets[place];
  }

  private static long key(int state, char c) {
    return (((long) state << Character.SIZE) | c) + 1;
  }

  private int place(int state, char c) {
    long key = key(state, c);
    int place = (int) ((key * SPREAD) >>> shift);
    while (keys[place] != 0 && keys[place] != key) {
      place = (place + 1) & (keys.length - 1);
    }
    return place;
  }

  /** Of each state, the characters and targets of its edges in turn. */
  int[][] children(int states) {
    int[] counts = new int[states];
    for (long key : keys) {
      if (key != 0) {
        counts[state(key)]++;
      }
    }
    int[][] children = new int[states][];
    Arrays.setAll(children, state -> new int[2 * counts[state]]);
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        int at = 2 * --counts[state(keys[i])];
        children[state(keys[i])][at] = (char) (keys[i] - 1);
        children[state(keys[i])][at + 1] = targets[i];
      }
    }
    return children;
  }

  private static int state(long key) {
    return (int) ((key - 1) >>> Character.SIZE);
  }
}
