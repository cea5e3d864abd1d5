package io.github.gateweir.ecs;

import static io.github.gateweir.gateway.GatewayField.DATETIME;
import static io.github.gateweir.gateway.GatewayField.DESTINATION_IP;
import static io.github.gateweir.gateway.GatewayField.SESSION_ID;
import static io.github.gateweir.gateway.GatewayField.SOURCE_IP;

import io.github.gateweir.gateway.Datetime;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.gateway.DeadLetterCode;
import io.github.gateweir.gateway.GatewayLogParser;
import io.github.gateweir.gateway.GatewayNetworkLog;
import io.github.gateweir.gateway.IgnoreReason;
import io.github.gateweir.gateway.MalformedRecordException;
import io.github.gateweir.gateway.RawRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Maps a line to an event, or says why it is none. Nothing is remembered from one line to the next
 * but buffers and a cache of public suffixes. One instance serves one thread.
 */
public final class EcsMapper {

  /** Times before this one are suspect: Cloudflare had no Gateway in the last century. */
  private static final long EARLIEST = Instant.parse("2000-01-01T00:00:00Z").toEpochMilli();

  private static final String UNREADABLE_DATETIME =
      "The Datetime cannot be read. It should be RFC 3339 with Z or an offset, or Unix time in"
          + " seconds, milliseconds, microseconds or nanoseconds.";

  private final Clock clock;
  private final long maxAheadMillis;
  private long now = Long.MIN_VALUE / 2;
  private final GatewayLogParser parser = new GatewayLogParser();
  private final GatewayNetworkLog log = new GatewayNetworkLog(Derived.values().length);
  private final EcsEventBuilder builder;

  /**
   * A mapper that derives everything.
   *
   * @param clock the wall clock that a timestamp is held against
   * @param maxAhead how far ahead of the wall clock a timestamp may be before it is suspect
   */
  public EcsMapper(Clock clock, Duration maxAhead) {
    this(clock, maxAhead, Profile.EXTENDED);
  }

  /**
   * A mapper that derives no more than a profile writes, for those who only write.
   *
   * @param clock the wall clock that a timestamp is held against
   * @param maxAhead how far ahead of the wall clock a timestamp may be before it is suspect
   * @param profile what will be written of the events
   */
  public EcsMapper(Clock clock, Duration maxAhead, Profile profile) {
    this.clock = clock;
    this.maxAheadMillis = maxAhead.toMillis();
    this.builder = new EcsEventBuilder(profile);
  }

  /** Whether a time cannot be right: before the year 2000, or too far ahead of the wall clock. */
  public static boolean isSuspect(long epochMillis, long nowMillis, long maxAheadMillis) {
    return epochMillis < EARLIEST || epochMillis > nowMillis + maxAheadMillis;
  }

  /** Maps one record. */
  public Mapped map(RawRecord raw) {
    byte[] line = raw.line();
    if (line == null) {
      return Mapped.ignored(IgnoreReason.TOMBSTONE);
    }
    if (raw.fault() != null) {
      return dead(raw, line, DeadLetterCode.UNREADABLE, raw.fault());
    }
    if (raw.length() > RawRecord.MAX_LENGTH) {
      return dead(raw, line, DeadLetterCode.MALFORMED, tooLong(raw.length()));
    }
    if (isBlank(line)) {
      return Mapped.ignored(IgnoreReason.BLANK_LINE);
    }
    try {
      parser.parse(line, log);
    } catch (MalformedRecordException e) {
      return dead(raw, line, DeadLetterCode.MALFORMED, e.sentence());
    }
    return log.isUploadTest() ? Mapped.ignored(IgnoreReason.UPLOAD_TEST) : judge(raw, line);
  }

  private Mapped judge(RawRecord raw, byte[] line) {
    if (!log.has(DATETIME)) {
      return dead(raw, line, DeadLetterCode.BAD_TIMESTAMP, missing("Datetime"));
    }
    int from = log.start(DATETIME);
    long epochMillis = Datetime.epochMillis(log.text().bytes(), from, log.end(DATETIME));
    if (epochMillis == Datetime.UNREADABLE) {
      return dead(raw, line, DeadLetterCode.BAD_TIMESTAMP, UNREADABLE_DATETIME);
    }
    if (!log.has(SESSION_ID) && !log.has(SOURCE_IP) && !log.has(DESTINATION_IP)) {
      return dead(
          raw,
          line,
          DeadLetterCode.OTHER_DATASET,
          "The record has neither SessionID nor SourceIP nor DestinationIP: it is not of the"
              + " dataset gateway_network. Send this Logpush job somewhere else.");
    }
    boolean suspect = isSuspect(epochMillis);
    return Mapped.to(builder.build(log, epochMillis, suspect, raw.place()));
  }

  private String missing(String field) {
    return "The record has no " + field + (log.skipped() == null ? "." : ". " + log.skipped());
  }

  private boolean isSuspect(long epochMillis) {
    if (epochMillis > now + maxAheadMillis) {
      // Time only goes on: what was not suspect a while ago is not suspect now.
      now = clock.millis();
    }
    return isSuspect(epochMillis, now, maxAheadMillis);
  }

  private static String tooLong(long length) {
    return "The line has "
        + length
        + " bytes; the longest that is read has "
        + RawRecord.MAX_LENGTH
        + ". It was cut at byte "
        + RawRecord.MAX_LENGTH
        + ".";
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return false;
      }
    }
    return true;
  }

  private Mapped dead(RawRecord raw, byte[] line, DeadLetterCode code, String message) {
    return Mapped.to(
        new DeadLetter(raw.place(), code, message, line, raw.length(), clock.millis()));
  }
}
