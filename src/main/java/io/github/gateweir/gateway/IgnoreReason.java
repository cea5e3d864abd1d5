package io.github.gateweir.gateway;

import java.util.Locale;

/** Why a line is neither an event nor a fault. Each reason has a counter. */
public enum IgnoreReason {
  /** A line of nothing but white space. */
  BLANK_LINE,
  /** What Cloudflare uploads to try out a new Logpush destination. */
  UPLOAD_TEST,
  /** A Kafka record without a value. */
  TOMBSTONE;

  /** The reason as metrics and reports spell it. */
  public String reason() {
    return name().toLowerCase(Locale.ROOT);
  }
}
