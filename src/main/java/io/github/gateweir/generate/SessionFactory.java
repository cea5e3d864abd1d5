package io.github.gateweir.generate;

/** Opens the sessions of the plan in random order. */
final class SessionFactory {
  private static final double SECOND = 1e9;

  /** Logpush writes in batches; most records wait less than a minute, none five. */
  private static final double MEAN_DELAY = 20 * SECOND;

  private static final double LONGEST_DELAY = 240 * SECOND;

  /** Sessions stay well inside an inactivity gap of half an hour. */
  private static final double LONGEST_MEAN_PAUSE = 60 * SECOND;

  private final Urn<Scene> scenes;
  private final Shares ordinary;
  private final double meanPause;
  private final OrdinaryTraffic traffic;
  private final Population population;
  private final Strangers strangers;
  private final SessionIds ids;

  SessionFactory(
      TrafficPlan plan,
      OrdinaryTraffic traffic,
      Population population,
      Strangers strangers,
      SessionIds ids) {
    scenes = new Urn<>(plan.scenes());
    ordinary = new Shares(plan.ordinaryRecords(), plan.ordinarySessions());
    meanPause = Math.min(LONGEST_MEAN_PAUSE, plan.span() / (2 * plan.recordsPerSession()));
    this.traffic = traffic;
    this.population = population;
    this.strangers = strangers;
    this.ids = ids;
  }

  /** How many openings are still to come. */
  long left() {
    return scenes.size();
  }

  /** Opens a session, or a group of sessions, at a time in nanoseconds since the start. */
  Session open(long opening, Dice dice) {
    Scene scene = scenes.draw(dice);
    if (scene == Scene.ORDINARY) {
      long records = ordinary.next(dice);
      return new Session(ordinaryScript(dice), ids, opening, delay(opening, dice), records, dice);
    }
    // No delay: what correlates keeps its order in time.
    return new Session(script(scene, dice), ids, opening, 0, scene.records, dice);
  }

  private static long delay(long opening, Dice dice) {
    return Math.min(opening, (long) Math.min(dice.exponential(MEAN_DELAY), LONGEST_DELAY));
  }

  private Script script(Scene scene, Dice dice) {
    return switch (scene) {
      case ORDINARY -> ordinaryScript(dice);
      case TUNNEL, TUNNEL_OF_TWO_NAMES, TUNNEL_OVER_SESSIONS ->
          new TunnelScript(population.draw(dice), scene, dice);
      case SWEEP, SWARM -> new ScanScript(strangers, scene);
      case RELAY_VISIT, NEAR_VISIT -> new VisitScript(strangers, scene);
    };
  }

  private Script ordinaryScript(Dice dice) {
    return new OrdinaryScript(traffic, population.draw(dice), meanPause);
  }

  private record OrdinaryScript(OrdinaryTraffic traffic, Client client, double meanPause)
      implements Script {

    @Override
    public Act next(Dice dice) {
      return traffic.next(client, dice);
    }

    @Override
    public long pause(Dice dice) {
      return (long) dice.exponential(meanPause);
    }
  }
}
