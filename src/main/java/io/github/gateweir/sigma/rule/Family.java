package io.github.gateweir.sigma.rule;

import com.google.common.collect.ImmutableSet;
import io.github.gateweir.sigma.rule.Modifier.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What a chain of modifiers makes of values, which says what modifiers go together. */
enum Family {
  /** Whether the field is there. */
  EXISTS(Kind.EXISTS, ImmutableSet.of(Kind.EXISTS)),
  /** Regular expressions. */
  REGEX(Kind.RE, ImmutableSet.of(Kind.RE, Kind.FLAG, Kind.EXPAND, Kind.ALL, Kind.NEQ)),
  /** Networks. */
  NETWORK(Kind.CIDR, ImmutableSet.of(Kind.CIDR, Kind.EXPAND, Kind.ALL, Kind.NEQ)),
  /** The names of other fields. */
  FIELD(Kind.FIELDREF, ImmutableSet.of(Kind.FIELDREF, Kind.AFFIX, Kind.CASED, Kind.ALL, Kind.NEQ)),
  /** Parts of a time. */
  TIME(Kind.TIME, ImmutableSet.of(Kind.TIME, Kind.COMPARISON, Kind.ALL, Kind.NEQ)),
  /** Numbers to compare with. */
  COMPARISON(Kind.COMPARISON, ImmutableSet.of(Kind.COMPARISON, Kind.ALL, Kind.NEQ)),
  /** Texts and everything else. */
  TEXT(
      Kind.ALL,
      ImmutableSet.of(
          Kind.AFFIX,
          Kind.WINDASH,
          Kind.WIDE,
          Kind.BASE64,
          Kind.EXPAND,
          Kind.CASED,
          Kind.ALL,
          Kind.NEQ));

  private final Kind sign;
  private final ImmutableSet<Kind> legal;

  Family(Kind sign, ImmutableSet<Kind> legal) {
    this.sign = sign;
    this.legal = legal;
  }

  static Family of(List<Modifier> modifiers) {
    return Arrays.stream(values())
        .filter(f -> f != TEXT && modifiers.stream().anyMatch(m -> m.kind() == f.sign))
        .findFirst()
        .orElse(TEXT);
  }

  boolean allows(Modifier modifier) {
    return legal.contains(modifier.kind());
  }

  /** What goes together, for messages. */
  String legal() {
    return Arrays.stream(Modifier.values())
        .filter(this::allows)
        .map(Modifier::label)
        .collect(Collectors.joining(", "));
  }
}
