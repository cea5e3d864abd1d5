package io.github.gateweir.generate;

import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Generates lines one after the other, in constant memory. The same settings give the same lines;
 * no two records are equal (blank lines and upload tests are).
 */
public final class Generator implements Iterator<GeneratedLine> {
  private final Dice dice;
  private final Population population;
  private final OrdinaryTraffic traffic;
  private final Timeline timeline;
  private final SessionIds ids;
  private final RecordWriter writer;
  private final Urn<Fault> strays;
  private final long startNanos;
  private long linesLeft;
  private long lastTime;

  /**
   * Plans the traffic.
   *
   * @throws IllegalArgumentException when the settings ask for more sessions than there are events
   */
  public Generator(GeneratorSettings settings) {
    TrafficPlan plan = TrafficPlan.of(settings);
    dice = new Dice(Dice.mix(settings.seed()));
    population = new Population(dice.fork());
    traffic = new OrdinaryTraffic(plan);
    ids = new SessionIds(dice.next());
    Strangers strangers = new Strangers(new ClientFields(dice.fork()));
    SessionFactory sessions = new SessionFactory(plan, traffic, population, strangers, ids);
    timeline = new Timeline(sessions, plan.span());
    writer = new RecordWriter(ClientFields.uuid(dice).replace("-", ""), settings.timestamps());
    strays = new Urn<>(plan.strays());
    startNanos = epochNanos(settings.start());
    linesLeft = settings.records();
  }

  @Override
  public boolean hasNext() {
    return linesLeft > 0;
  }

  @Override
  public GeneratedLine next() {
    if (linesLeft == 0) {
      throw new NoSuchElementException("all lines are generated");
    }
    boolean stray = dice.below(linesLeft) < strays.size();
    linesLeft--;
    return stray ? stray() : event();
  }

  private GeneratedLine event() {
    Session session = timeline.next(dice);
    Act act = session.next(dice);
    lastTime = session.time();
    String id = session.id();
    byte[] line = writer.write(act, id, session.sourcePort(), startNanos + lastTime);
    if (session.advance(dice)) {
      timeline.putBack(session);
    }
    String skipped = act.expectation().skippedField();
    byte[] written = skipped == null ? line : FaultyLines.withWrongType(line, skipped);
    return new GeneratedLine(written, id, act.expectation());
  }

  /** A line that is no event: a record of a session that nothing else belongs to, spoiled. */
  private GeneratedLine stray() {
    Fault fault = strays.draw(dice);
    Act act = traffic.usual(population.draw(dice), dice);
    byte[] line = writer.write(act, ids.next(), 50_000, startNanos + lastTime);
    return new GeneratedLine(FaultyLines.spoil(line, fault, dice), null, Expectation.faulty(fault));
  }

  private static long epochNanos(Instant start) {
    return Math.addExact(
        Math.multiplyExact(start.getEpochSecond(), 1_000_000_000L), start.getNano());
  }
}
