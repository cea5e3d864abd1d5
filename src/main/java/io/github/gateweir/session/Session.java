package io.github.gateweir.session;

import io.github.gateweir.gateway.Digests;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A session, over or so far. */
public final class Session {

  /** 128 of the 256 bits. */
  private static final int ID_BYTES = 16;

  private final String sessionId;
  private final Interval interval;

  Session(String sessionId, Interval interval) {
    this.sessionId = sessionId;
    this.interval = interval;
  }

  /** Cloudflare's SessionID. */
  public String sessionId() {
    return sessionId;
  }

  /** What makes the session unique: of one SessionID there may be several, one after the other. */
  public String id() {
    String text = sessionId + '\n' + interval.first();
    byte[] hash = Digests.create("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, ID_BYTES);
  }

  /** How many records it has. */
  public long records() {
    return interval.records().count();
  }

  /** Whether it says more than one record does: it has several, or a rule matched. */
  public boolean isCorrelated() {
    return records() > 1 || !interval.rules().isEmpty();
  }

  /** How many distinct long domains it has. */
  public long longDomains() {
    return interval.longDomains();
  }

  /** How many of its records name a long domain: an estimate beyond 64. */
  public long longDomainRecords() {
    return interval.longDomainRecords();
  }

  /** How many characters its longest domain has; 0 without a domain. */
  public int longestDomainLength() {
    String longest = interval.longestDomain();
    return longest == null ? 0 : longest.length();
  }

  /** Remembers a rule that the session as a whole has matched. */
  public void addRule(String rule) {
    interval.addRule(rule);
  }

  Interval interval() {
    return interval;
  }
}
