package io.github.gateweir.generate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What devices of the organisation do: usual connections, and among them, in the numbers of the
 * plan, near misses, detections that need one record only, and fields of the wrong type.
 */
final class OrdinaryTraffic {

  /** Some attackers spell names in capitals; a detection must not care. */
  private static final double CAPITALS = 1.0 / 16;

  private static final double SERVICES = 0.04;

  private final TrafficTable attacks = TrafficTable.attacks();
  private final TrafficTable nearMisses = TrafficTable.nearMisses();
  private final Urn<Move> moves;

  OrdinaryTraffic(TrafficPlan plan) {
    Map<Move, Long> counts = new LinkedHashMap<>();
    counts.put(this::usual, plan.usual());
    counts.put(this::wrongType, plan.wrongTypes());
    plan.attacks().forEach((detection, count) -> counts.put(attack(detection), count));
    plan.nearMisses().forEach((detection, count) -> counts.put(nearMiss(detection), count));
    moves = new Urn<>(counts);
  }

  /** The next connection of a client. */
  Act next(Client client, Dice dice) {
    return moves.draw(dice).make(client, dice);
  }

  /** A connection that there is nothing to say about. */
  Act usual(Client client, Dice dice) {
    return new Act(client, destination(client, dice), Verdict.usual(dice), Expectation.NOTHING);
  }

  private Destination destination(Client client, Dice dice) {
    return dice.chance(SERVICES)
        ? Services.draw(dice)
        : DomainCatalog.INSTANCE.draw(client.hasIpv6(), dice);
  }

  private Act wrongType(Client client, Dice dice) {
    Expectation expectation = Expectation.skips(FaultyLines.anyTypedField(dice));
    return new Act(client, destination(client, dice), Verdict.usual(dice), expectation);
  }

  private Move attack(Detection detection) {
    Expectation expectation = Expectation.raises(detection);
    return (client, dice) -> {
      Destination destination = attacks.draw(detection, dice);
      if (dice.chance(CAPITALS)) {
        destination = destination.inCapitals();
      }
      return new Act(client, destination, Verdict.usual(dice), expectation);
    };
  }

  private Move nearMiss(Detection detection) {
    Expectation expectation = Expectation.nearMiss(detection);
    return (client, dice) ->
        new Act(client, nearMisses.draw(detection, dice), Verdict.usual(dice), expectation);
  }

  private interface Move {
    Act make(Client client, Dice dice);
  }
}
