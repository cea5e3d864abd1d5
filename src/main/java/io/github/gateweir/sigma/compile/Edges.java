package io.github.gateweir.sigma.compile;

import java.util.Arrays;

/** The edges of a trie, by node and character, in one open hash table. */
final class Edges {

  static final int NONE = -1;

  private static final long FREE = -1;
  private static final int CHAR_BITS = 16;

  private long[] keys = free(64);
  private int[] children = new int[64];
  private int size;

  private static long[] free(int capacity) {
    long[] keys = new long[capacity];
    Arrays.fill(keys, FREE);
    return keys;
  }

  /** The node below another one by a character, or {@link #NONE}. */
  int get(int node, char c) {
    long key = key(node, c);
    for (int at = slot(key); keys[at] != FREE; at = at + 1 & keys.length - 1) {
      if (keys[at] == key) {
        return children[at];
      }
    }
    return NONE;
  }

  void put(int node, char c, int child) {
    if (2 * size >= keys.length) {
      grow();
    }
    insert(key(node, c), child);
    size++;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldChildren = children;
    keys = free(2 * oldKeys.length);
    children = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        insert(oldKeys[i], oldChildren[i]);
      }
    }
  }

  private void insert(long key, int child) {
    int at = slot(key);
    while (keys[at] != FREE) {
      at = at + 1 & keys.length - 1;
    }
    keys[at] = key;
    children[at] = child;
  }

  private int slot(long key) {
    long mixed = key * 0x9E37_79B9_7F4A_7C15L;
    return (int) (mixed >>> 40) & keys.length - 1;
  }

  private static long key(int node, char c) {
    return (long) node << CHAR_BITS | c;
  }
}
