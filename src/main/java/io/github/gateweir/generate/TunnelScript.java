package io.github.gateweir.generate;

/**
 * Long names under one registered domain, from one device, dense enough for the correlation: the
 * fiftieth within ten minutes raises it. Its records are at least a second apart, so that their
 * order does not hang on a timestamp without fractions.
 */
final class TunnelScript implements Script {

  /** A few more than the correlation needs. */
  static final int RECORDS = 52;

  private static final int THRESHOLD = 50;
  private static final long SECOND = 1_000_000_000L;

  private final Client client;
  private final Scene scene;
  private final Destination exit;
  private final NameTemplate names;
  private final String[] twoNames;
  private int sent;

  TunnelScript(Client client, Scene scene, Dice dice) {
    this.client = client;
    this.scene = scene;
    String registered = new NameTemplate("{word}-{hex:6}.net").fill(dice);
    names = new NameTemplate("{pad:110-200}.t." + registered);
    twoNames = new String[] {names.fill(dice), names.fill(dice)};
    Address address = Hosting.of(registered).address(registered);
    exit = Destination.of("", address, 443, Carrier.TLS, Topic.UNKNOWN);
  }

  @Override
  public Act next(Dice dice) {
    String name = scene == Scene.TUNNEL_OF_TWO_NAMES ? twoNames[sent % 2] : names.fill(dice);
    sent++;
    return new Act(client, exit.named(name), Verdict.usual(dice), expectation());
  }

  private Expectation expectation() {
    return sent == THRESHOLD
        ? Expectation.raises(
            Detection.POTENTIAL_DNS_TUNNEL, Detection.CORRELATION_POTENTIAL_DNS_TUNNEL)
        : Expectation.raises(Detection.POTENTIAL_DNS_TUNNEL);
  }

  /** At most 9 seconds, so that fifty fit into ten minutes. */
  @Override
  public long pause(Dice dice) {
    return SECOND + dice.below(8 * SECOND);
  }

  @Override
  public boolean sessionPerRecord() {
    return scene == Scene.TUNNEL_OVER_SESSIONS;
  }
}
