package io.github.gateweir.generate;

/**
 * Scanners that reach the organisation's servers: one scanner and several targets, or several
 * scanners and one target. The correlations are raised by the first contact of a source and of a
 * target in an hour; an address comes up again only after hours.
 */
final class ScanScript implements Script {
  private static final long SECOND = 1_000_000_000L;

  private final Strangers strangers;
  private final boolean swarm;
  private Client scanner;
  private Address target;
  private int sent;

  ScanScript(Strangers strangers, Scene scene) {
    this.strangers = strangers;
    this.swarm = scene == Scene.SWARM;
    scanner = strangers.nextScanner();
    target = strangers.nextTarget();
  }

  @Override
  public Act next(Dice dice) {
    if (sent++ > 0) {
      change();
    }
    Carrier carrier = dice.chance(0.2) ? Carrier.UDP : Carrier.TCP;
    int port = dice.pick(Strangers.SCANNED_PORTS);
    return new Act(
        scanner,
        Destination.of("", target, port, carrier, Topic.NONE),
        Verdict.allowing(dice),
        expectation());
  }

  private void change() {
    if (swarm) {
      scanner = strangers.nextScanner();
    } else {
      target = strangers.nextTarget();
    }
  }

  private Expectation expectation() {
    if (sent == 1) {
      return Expectation.raises(Detection.INTERNET_SCANNER, Detection.INTERNET_SCANNER_TARGET);
    }
    return Expectation.raises(
        swarm ? Detection.INTERNET_SCANNER : Detection.INTERNET_SCANNER_TARGET);
  }

  @Override
  public long pause(Dice dice) {
    return 2 * SECOND + dice.below(20 * SECOND);
  }

  @Override
  public boolean sessionPerRecord() {
    return swarm;
  }
}
