package io.github.gateweir.ecs;

import com.google.common.net.InternetDomainName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Splits domain names by the public suffix list, with its private section. The same few thousand
 * domains make up nearly all traffic, so the last answers are kept in a small table.
 */
final class PublicSuffixes {

  private static final int SLOTS = 1 << 13;
  private static final int LONGEST_NAME = 253;

  private final byte[][] domains = new byte[SLOTS][];
  private final int[] registered = new int[SLOTS];
  private final int[] suffixes = new int[SLOTS];

  /** No part: the name has no registered domain. */
  static final int NONE = -1;

  private int registeredStart;
  private int suffixStart;

  PublicSuffixes() {
    Arrays.fill(domains, new byte[0]);
  }

  /** Looks at a name in lower case without a trailing dot. */
  void split(byte[] text, int from, int to) {
    if (to - from > LONGEST_NAME) {
      registeredStart = NONE;
      return;
    }
    int slot = hash(text, from, to) & (SLOTS - 1);
    byte[] known = domains[slot];
    if (!Arrays.equals(known, 0, known.length, text, from, to)) {
      learn(slot, Arrays.copyOfRange(text, from, to));
    }
    registeredStart = registered[slot];
    suffixStart = suffixes[slot];
  }

  /** Where in the name the registered domain begins, or {@link #NONE}. */
  int registeredStart() {
    return registeredStart;
  }

  /** Where in the name the public suffix begins. */
  int suffixStart() {
    return suffixStart;
  }

  private void learn(int slot, byte[] domain) {
    String name = new String(domain, StandardCharsets.ISO_8859_1);
    int suffix = suffixStart(name);
    domains[slot] = domain;
    suffixes[slot] = suffix;
    registered[slot] = suffix < 2 ? NONE : name.lastIndexOf('.', suffix - 2) + 1;
  }

  private static int suffixStart(String name) {
    int lastDot = name.lastIndexOf('.');
    if (lastDot < 0 || name.startsWith(".") || name.contains("..")) {
      return NONE;
    }
    String tail = name;
    while (!InternetDomainName.isValid(tail)) {
      // A label that no host name has, as in _sip._tcp.example.com, does not spoil what follows.
      int dot = tail.indexOf('.');
      if (dot < 0) {
        return NONE;
      }
      tail = tail.substring(dot + 1);
    }
    InternetDomainName suffix = InternetDomainName.from(tail).publicSuffix();
    // The list's own default rule: of an unknown top-level domain, that domain is the suffix.
    return suffix == null ? lastDot + 1 : name.length() - suffix.toString().length();
  }

  private static int hash(byte[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    return hash ^ (hash >>> 15);
  }
}
