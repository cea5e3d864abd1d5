package io.github.gateweir.config;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** The keys of the correlation by SessionID. */
public final class SessionOptions {

  public static final ConfigOption<Duration> INACTIVITY_GAP =
      ConfigOptions.key("gateweir.session.inactivity-gap")
          .durationType()
          .defaultValue(Duration.ofMinutes(30))
          .withDescription(
              "How far apart in event time two records with one SessionID may lie to be of one"
                  + " session; exactly this far is together.");

  public static final ConfigOption<Duration> MAX_LENGTH =
      ConfigOptions.key("gateweir.session.max-length")
          .durationType()
          .defaultValue(Duration.ofHours(24))
          .withDescription(
              "How long a session is at most; a record this long after its first begins the next.");

  public static final ConfigOption<SessionEmit> EMIT =
      ConfigOptions.key("gateweir.session.emit")
          .enumType(SessionEmit.class)
          .defaultValue(SessionEmit.CORRELATED)
          .withDescription(
              "Which sessions are written: all, or correlated for those with two or more records or"
                  + " with a detection.");

  public static final ConfigOption<Integer> LONG_DOMAIN_THRESHOLD =
      ConfigOptions.key("gateweir.session.long-domain-threshold")
          .intType()
          .defaultValue(3)
          .withDescription(
              "How many different long domains in one session raise an alert, at most 64, which is how"
                  + " many a session tells apart. A domain is long with more than 95 characters,"
                  + " except below those of content delivery networks.");

  public static final ConfigOption<Integer> LONG_DOMAIN_RECORDS =
      ConfigOptions.key("gateweir.session.long-domain-records")
          .intType()
          .defaultValue(50)
          .withDescription(
              "How many records with a long domain in one session raise that alert, at most 64.");

  /** Up to here a session counts them exactly. */
  private static final int MOST = 64;

  static final List<Key<?>> KEYS =
      List.of(
          new Key<>(INACTIVITY_GAP, Domain.positiveDuration()),
          new Key<>(MAX_LENGTH, Domain.positiveDuration()),
          new Key<>(EMIT, Domain.oneOf(SessionEmit.class)),
          new Key<>(LONG_DOMAIN_THRESHOLD, Domain.number(1, MOST)),
          new Key<>(LONG_DOMAIN_RECORDS, Domain.number(1, MOST)));

  private SessionOptions() {}
}
