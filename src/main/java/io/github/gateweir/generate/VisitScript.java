package io.github.gateweir.generate;

/** A single connection from a stranger: a Tor relay, or a source that only looks like trouble. */
final class VisitScript implements Script {
  private final Strangers strangers;
  private final Scene scene;

  VisitScript(Strangers strangers, Scene scene) {
    this.strangers = strangers;
    this.scene = scene;
  }

  @Override
  public Act next(Dice dice) {
    Destination server =
        Destination.of("", strangers.anyTarget(dice), 443, Carrier.TLS, Topic.NONE);
    return scene == Scene.RELAY_VISIT ? relay(server, dice) : nearMiss(server, dice);
  }

  private Act relay(Destination server, Dice dice) {
    return new Act(
        strangers.relay(dice),
        server,
        Verdict.usual(dice),
        Expectation.raises(Detection.TOR_USAGE_GENERIC_RULE));
  }

  private Act nearMiss(Destination server, Dice dice) {
    return switch (dice.below(4)) {
      case 0 ->
          new Act(
              strangers.anyScanner(dice),
              server,
              Verdict.BLOCKED,
              Expectation.nearMiss(Detection.INTERNET_SCANNER));
      case 1 ->
          new Act(
              strangers.besideScanners(dice),
              server,
              Verdict.allowing(dice),
              Expectation.nearMiss(Detection.INTERNET_SCANNER));
      case 2 ->
          new Act(
              strangers.besideScanners(dice),
              server,
              Verdict.allowing(dice),
              Expectation.nearMiss(Detection.INTERNET_SCANNER_TARGET));
      default ->
          new Act(
              strangers.besideRelays(dice),
              server,
              Verdict.usual(dice),
              Expectation.nearMiss(Detection.TOR_USAGE_GENERIC_RULE));
    };
  }

  /** There is no second connection to wait for. */
  @Override
  public long pause(Dice dice) {
    return 0;
  }
}
