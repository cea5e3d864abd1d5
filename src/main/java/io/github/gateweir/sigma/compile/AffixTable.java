package io.github.gateweir.sigma.compile;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Literals with which texts may begin, or end. The hash of a text grows character by character from
 * that side, and is looked up at each length that a literal has.
 */
final class AffixTable {

  private static final int MULTIPLIER = 31;
  private static final int SPREAD = 0x9E3779B1;

  private final boolean fromEnd;
  private final boolean[] lengths;
  private final @Nullable String[] keys;
  private final int[] hashes;
  private final int[] literals;
  private final int shift;

  AffixTable(Map<String, Integer> affixes, boolean fromEnd) {
    this.fromEnd = fromEnd;
    lengths = new boolean[longest(affixes) + 1];
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(4 * affixes.size() + 1);
    shift = Integer.SIZE - bits;
    keys = new String[1 << bits];
    hashes = new int[keys.length];
    literals = new int[keys.length];
    affixes.forEach(this::add);
  }

  private static int longest(Map<String, Integer> affixes) {
    return affixes.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  private void add(String affix, int literal) {
    int hash = 0;
    for (int i = 0; i < affix.length(); i++) {
      hash = hash * MULTIPLIER + at(affix, i);
    }
    int slot = (hash * SPREAD) >>> shift;
    while (keys[slot] != null) {
      slot = (slot + 1) & (keys.length - 1);
    }
    keys[slot] = affix;
    hashes[slot] = hash;
    literals[slot] = literal;
    lengths[affix.length()] = true;
  }

  private char at(String text, int index) {
    return text.charAt(fromEnd ? text.length() - 1 - index : index);
  }

  boolean visit(String text, TextTable.Hit hit) {
    int end = Math.min(text.length(), lengths.length - 1);
    int hash = 0;
    for (int i = 0; i < end; i++) {
      hash = hash * MULTIPLIER + at(text, i);
      if (lengths[i + 1] && visit(text, i + 1, hash, hit)) {
        return true;
      }
    }
    return false;
  }

  private boolean visit(String text, int length, int hash, TextTable.Hit hit) {
    int slot = (hash * SPREAD) >>> shift;
    String key = keys[slot];
    while (key != null) {
      if (hashes[slot] == hash && key.length() == length && fits(key, text)) {
        return hit.on(literals[slot]);
      }
      slot = (slot + 1) & (keys.length - 1);
      key = keys[slot];
    }
    return false;
  }

  private boolean fits(String key, String text) {
    return fromEnd ? text.endsWith(key) : text.startsWith(key);
  }
}
