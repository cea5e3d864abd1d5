package io.github.gateweir.generate;

/** A kind of session, or of a group of sessions that act together. */
enum Scene {
  /** A device of the organisation goes about its day; its records are drawn one by one. */
  ORDINARY(0, 1),
  /** A tunnel in one session, a new long name each time. */
  TUNNEL(TunnelScript.RECORDS, 1),
  /** A tunnel in one session that uses two long names in turn. */
  TUNNEL_OF_TWO_NAMES(TunnelScript.RECORDS, 1),
  /** A tunnel in which every connection is a session of its own. */
  TUNNEL_OVER_SESSIONS(TunnelScript.RECORDS, TunnelScript.RECORDS),
  /** One scanner, several targets. */
  SWEEP(5, 1),
  /** Several scanners, one target. */
  SWARM(5, 5),
  /** A Tor relay as the source. */
  RELAY_VISIT(1, 1),
  /** A source that is almost a scanner or a relay. */
  NEAR_VISIT(1, 1);

  /** How many records it has; 0 where that is drawn. */
  final int records;

  /** How many sessions it makes. */
  final int sessions;

  Scene(int records, int sessions) {
    this.records = records;
    this.sessions = sessions;
  }

  /**
   * How many of it fit, when it may take a tenth of the sessions and of the records beyond them.
   */
  long atMost(long wanted, long allSessions, long allRecords) {
    long bySessions = allSessions / 10 / sessions;
    long surplus = (long) records - sessions;
    long byRecords = surplus == 0 ? wanted : (allRecords - allSessions) / 10 / surplus;
    return Math.min(wanted, Math.min(bySessions, byRecords));
  }
}
