package io.github.gateweir.benchmarks;

import io.github.gateweir.alert.Alert;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.session.SessionRecord;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The records that one stage of the benchmark sends, all of {@link #SESSIONS} sessions and in an
 * order that jumps between them. Those of a session lie less than its gap apart.
 */
enum SessionStage {
  /** The first record of every session. */
  FIRST(1_000_000),
  /** A second record of 60 % of the sessions, a third of 30 % and a fourth of 10 %. */
  MORE(1_000_000),
  /** One more record of 1 % of the sessions. */
  AGAIN(10_000),
  /** One record; behind it the stream ends, and with it all sessions. */
  END(1);

  /** How many sessions live after the first stage. */
  static final int SESSIONS = 1_000_000;

  private static final int USERS = 50_000;
  private static final Alert[] NO_ALERTS = {};
  private static final long START = TimeUnit.DAYS.toNanos(20_000);
  private static final long STEP_MILLIS = TimeUnit.MINUTES.toMillis(5);

  private final int records;

  SessionStage(int records) {
    this.records = records;
  }

  /** How many records it sends. */
  int records() {
    return records;
  }

  SessionRecord record(long index) {
    return switch (this) {
      case FIRST -> record(scatter(index, SESSIONS), 0);
      case MORE -> more((int) index);
      case AGAIN -> record(scatter(index, SESSIONS), 4);
      case END -> record(0, 5);
    };
  }

  private static SessionRecord more(int index) {
    int second = SESSIONS * 6 / 10;
    int third = SESSIONS * 3 / 10;
    if (index < second) {
      return record(scatter(index, second), 1);
    }
    if (index < second + third) {
      return record(scatter(index - second, third), 2);
    }
    return record(scatter(index - second - third, SESSIONS / 10), 3);
  }

  /** Each number below the size once: the factor has no divisor in common with it. */
  private static long scatter(long index, long size) {
    return index * 611_953L % size;
  }

  private static SessionRecord record(long session, int number) {
    long id = mix(session);
    long eventId = mix(session * 8 + number + SESSIONS);
    int user = Math.floorMod(id, USERS);
    int random = (int) (eventId >>> 33);
    return new SessionRecord(
        HexFormat.of().toHexDigits(id) + HexFormat.of().toHexDigits(session),
        eventId,
        START + TimeUnit.MILLISECONDS.toNanos(number * STEP_MILLIS + random % STEP_MILLIS),
        "198." + (16 + random % 4) + "." + (random >> 4 & 255) + "." + (random >> 12 & 255),
        "host-" + random % 20_000 + ".service" + random % 97 + ".example.com",
        random % 10 == 0 ? 8000 + random % 50 : 443,
        random % 20 == 0 ? "blockedRule" : "allowedOnNoRuleMatch",
        random % 3 == 0 ? "Allow managed devices" : null,
        "1e2d36fa9c6647d4935d22cb6043bbc0",
        uuid(user),
        "somebody-" + user + "@example.com",
        uuid(user + USERS),
        "HOME-LT-" + user,
        "203.0." + (user >> 8) + "." + (user & 255),
        false,
        NO_ALERTS,
        Place.NOWHERE);
  }

  private static String uuid(long number) {
    return new UUID(mix(number), mix(~number)).toString();
  }

  /** Spreads a number over all 64 bits; different numbers stay different. */
  private static long mix(long number) {
    long mixed = number * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
    return mixed ^ mixed >>> 32;
  }
}
