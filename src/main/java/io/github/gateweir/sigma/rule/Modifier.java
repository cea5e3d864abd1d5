package io.github.gateweir.sigma.rule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The modifiers of field names. */
enum Modifier {
  CONTAINS(Kind.AFFIX),
  STARTSWITH(Kind.AFFIX),
  ENDSWITH(Kind.AFFIX),
  WINDASH(Kind.WINDASH),
  UTF16(Kind.WIDE),
  UTF16LE(Kind.WIDE),
  UTF16BE(Kind.WIDE),
  WIDE(Kind.WIDE),
  BASE64(Kind.BASE64),
  BASE64OFFSET(Kind.BASE64),
  EXPAND(Kind.EXPAND),
  CASED(Kind.CASED),
  ALL(Kind.ALL),
  NEQ(Kind.NEQ),
  RE(Kind.RE),
  I(Kind.FLAG),
  M(Kind.FLAG),
  S(Kind.FLAG),
  CIDR(Kind.CIDR),
  EXISTS(Kind.EXISTS),
  FIELDREF(Kind.FIELDREF),
  LT(Kind.COMPARISON),
  LTE(Kind.COMPARISON),
  GT(Kind.COMPARISON),
  GTE(Kind.COMPARISON),
  MINUTE(Kind.TIME),
  HOUR(Kind.TIME),
  DAY(Kind.TIME),
  WEEK(Kind.TIME),
  MONTH(Kind.TIME),
  YEAR(Kind.TIME);

  /** Modifiers of one kind exclude each other, but for the flags of regular expressions. */
  enum Kind {
    AFFIX,
    WINDASH,
    WIDE,
    BASE64,
    EXPAND,
    CASED,
    ALL,
    NEQ,
    RE,
    FLAG,
    CIDR,
    EXISTS,
    FIELDREF,
    COMPARISON,
    TIME
  }

  private final Kind kind;

  Modifier(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /** As rules spell it. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Modifier> of(String label) {
    return Arrays.stream(values()).filter(m -> m.label().equals(label)).findFirst();
  }

  /** All of them, for messages. */
  static String labels() {
    return Arrays.stream(values()).map(Modifier::label).collect(Collectors.joining(", "));
  }
}
