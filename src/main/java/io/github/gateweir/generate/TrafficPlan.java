package io.github.gateweir.generate;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * How many there will be of everything, settled before the first record.
 *
 * @param strays lines that are no events, by their fault
 * @param scenes sessions and groups of sessions by their kind
 * @param ordinaryRecords the records of ordinary sessions: usual ones, attacks, near misses, and
 *     those with a field of the wrong type
 * @param attacks detections raised by single records of ordinary sessions
 * @param nearMisses near misses among the records of ordinary sessions
 * @param wrongTypes records with a field of the wrong type
 * @param span over how much time the records spread, in nanoseconds
 */
record TrafficPlan(
    Map<Fault, Long> strays,
    Map<Scene, Long> scenes,
    long ordinaryRecords,
    Map<Detection, Long> attacks,
    Map<Detection, Long> nearMisses,
    long wrongTypes,
    double span) {

  /** Each detection is raised by about so many of the events. */
  private static final double ATTACK_RATE = 0.002;

  /** More than half a percent, whatever else shares the events. */
  private static final double NEAR_MISS_RATE = 0.006;

  private static final int FEWEST_EVENTS_FOR_TUNNEL = 1_000;
  private static final int FEWEST_EVENTS_FOR_EVERY_NEAR_MISS = 200;
  private static final int EVENTS_PER_SESSION = 4;
  private static final int SESSIONS_PER_NEAR_VISIT = 200;

  private static final double HOUR = 3_600e9;
  private static final double NANOS_PER_RECORD = 50e6;

  /** What a sequence or a stranger makes, and no single record of a device. */
  private static final Set<Detection> STAGED =
      Set.of(
          Detection.CORRELATION_POTENTIAL_DNS_TUNNEL,
          Detection.INTERNET_SCANNER,
          Detection.INTERNET_SCANNER_TARGET);

  /**
   * Plans for the settings.
   *
   * @throws IllegalArgumentException when there are to be more sessions than events
   */
  static TrafficPlan of(GeneratorSettings settings) {
    Map<Fault, Long> faults = faults(settings);
    long wrongTypes = faults.remove(Fault.WRONG_TYPE);
    long events = settings.records() - sum(faults);
    long sessions = sessions(settings, events);
    Map<Scene, Long> scenes = scenes(settings.attacks(), events - wrongTypes, sessions);
    long stagedSessions = 0;
    long stagedRecords = 0;
    for (Map.Entry<Scene, Long> scene : scenes.entrySet()) {
      stagedSessions += scene.getValue() * scene.getKey().sessions;
      stagedRecords += scene.getValue() * scene.getKey().records;
    }
    scenes.put(Scene.ORDINARY, sessions - stagedSessions);
    return new TrafficPlan(
        faults,
        scenes,
        events - stagedRecords,
        attacks(settings.attacks(), events - wrongTypes, scenes),
        nearMisses(events - wrongTypes),
        wrongTypes,
        Math.max(HOUR, events * NANOS_PER_RECORD));
  }

  long ordinarySessions() {
    return scenes.getOrDefault(Scene.ORDINARY, 0L);
  }

  double recordsPerSession() {
    return (double) ordinaryRecords / Math.max(1, ordinarySessions());
  }

  /** Records of ordinary sessions that there is nothing to say about. */
  long usual() {
    return ordinaryRecords - sum(attacks) - sum(nearMisses) - wrongTypes;
  }

  private static long sum(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The long lines are few; the other kinds share the rest evenly. */
  private static Map<Fault, Long> faults(GeneratorSettings settings) {
    long all = Math.round(settings.records() * settings.faultyPercent() / 100);
    Map<Fault, Long> counts = new EnumMap<>(Fault.class);
    int others = Fault.values().length - 1;
    long tooLong = all > others ? 1 + all / 1000 : 0;
    for (Fault fault : Fault.values()) {
      long extra = fault.ordinal() < (all - tooLong) % others ? 1 : 0;
      counts.put(fault, (all - tooLong) / others + extra);
    }
    counts.put(Fault.TOO_LONG, tooLong);
    return counts;
  }

  private static long sessions(GeneratorSettings settings, long events) {
    long sessions =
        settings.sessions().orElse(events == 0 ? 0 : Math.max(1, events / EVENTS_PER_SESSION));
    if (sessions > events) {
      throw new IllegalArgumentException(
          "--sessions is %d, but only %d of the %d records are events; choose fewer sessions or more records."
              .formatted(sessions, events, settings.records()));
    }
    return sessions;
  }

  private static Map<Scene, Long> scenes(Set<Detection> chosen, long events, long sessions) {
    long records = (long) (events * ATTACK_RATE);
    Map<Scene, Long> wanted = new EnumMap<>(Scene.class);
    if (chosen.contains(Detection.CORRELATION_POTENTIAL_DNS_TUNNEL)
        && events >= FEWEST_EVENTS_FOR_TUNNEL) {
      long tunnels = Math.max(1, Math.round((double) records / TunnelScript.RECORDS));
      wanted.put(Scene.TUNNEL_OVER_SESSIONS, tunnels / 3);
      wanted.put(Scene.TUNNEL_OF_TWO_NAMES, tunnels / 3);
      wanted.put(Scene.TUNNEL, tunnels - tunnels / 3 * 2);
    }
    if (chosen.contains(Detection.INTERNET_SCANNER)) {
      wanted.put(Scene.SWARM, groups(Scene.SWARM, records));
    }
    if (chosen.contains(Detection.INTERNET_SCANNER_TARGET)) {
      wanted.put(Scene.SWEEP, groups(Scene.SWEEP, records));
    }
    if (chosen.contains(Detection.TOR_USAGE_GENERIC_RULE)) {
      wanted.put(Scene.RELAY_VISIT, records / 2);
    }
    wanted.put(Scene.NEAR_VISIT, sessions / SESSIONS_PER_NEAR_VISIT);
    wanted.replaceAll((scene, count) -> scene.atMost(count, sessions, events));
    return wanted;
  }

  private static long groups(Scene scene, long records) {
    return (records + scene.records - 1) / scene.records;
  }

  private static Map<Detection, Long> attacks(
      Set<Detection> chosen, long events, Map<Scene, Long> scenes) {
    long records = (long) (events * ATTACK_RATE);
    Map<Detection, Long> counts = new EnumMap<>(Detection.class);
    for (Detection detection : chosen) {
      if (!STAGED.contains(detection)) {
        counts.put(detection, records);
      }
    }
    counts.computeIfPresent(
        Detection.TOR_USAGE_GENERIC_RULE,
        (detection, count) -> count - scenes.getOrDefault(Scene.RELAY_VISIT, 0L));
    return counts;
  }

  private static Map<Detection, Long> nearMisses(long events) {
    double share = events * NEAR_MISS_RATE;
    long records = (long) (events < FEWEST_EVENTS_FOR_EVERY_NEAR_MISS ? share : Math.ceil(share));
    Map<Detection, Long> counts = new EnumMap<>(Detection.class);
    for (Detection detection : Detection.values()) {
      counts.put(detection, records);
    }
    return counts;
  }
}
