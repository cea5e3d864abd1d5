package io.github.gateweir.benchmarks;

import io.github.gateweir.alert.Alert;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.session.Limits;
import io.github.gateweir.session.SessionRecord;
import io.github.gateweir.session.Sessions;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a record costs its session: the stored form is read, the record added, the form written
 * again. Without Flink and its state backend.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SessionBenchmark {

  private static final Limits LIMITS =
      new Limits(TimeUnit.MINUTES.toNanos(30), TimeUnit.HOURS.toNanos(24));
  private static final long START = TimeUnit.DAYS.toNanos(20_000);

  /** How many records the session had before. */
  @Param({"0", "1", "10", "1000"})
  private int before;

  private byte[] stored;
  private SessionRecord next;

  /** Makes the session, and checks that a record is added to it. */
  @Setup
  public void setUp() {
    stored = stored(before);
    next = record(before);
    Sessions sessions = read();
    long records = sessions.add(next).records();
    if (records != before + 1) {
      throw new IllegalStateException("The session has %d records".formatted(records));
    }
  }

  /** One record. */
  @Benchmark
  public byte[] record() {
    Sessions sessions = read();
    sessions.add(next);
    return sessions.toBytes();
  }

  private Sessions read() {
    return stored.length == 0 ? new Sessions(LIMITS) : Sessions.fromBytes(stored, LIMITS);
  }

  /** The stored form of a session of so many records. */
  static byte[] stored(int records) {
    byte[] bytes = {};
    for (int i = 0; i < records; i++) {
      Sessions sessions = i == 0 ? new Sessions(LIMITS) : Sessions.fromBytes(bytes, LIMITS);
      sessions.add(record(i));
      bytes = sessions.toBytes();
    }
    return bytes;
  }

  private static SessionRecord record(int number) {
    return new SessionRecord(
        "1725de7a2d0000215517735400000001",
        number * 0x9E3779B97F4A7C15L,
        START + TimeUnit.MILLISECONDS.toNanos(number),
        "198.51." + (number % 200) + ".7",
        "host-" + (number % 300) + ".service.example.com",
        number % 3 == 0 ? 443 : 8000 + number % 50,
        "allowedOnNoRuleMatch",
        "Allow managed devices",
        "1e2d36fa9c6647d4935d22cb6043bbc0",
        "405e38db-b600-44af-a904-1885b60c39fc",
        "somebody@example.com",
        "8c477284-4219-4e7b-8a7a-a8f1a11b6331",
        "HOME-LT-0867",
        "203.0.113.55",
        false,
        new Alert[0],
        Place.NOWHERE);
  }

  /** Prints the size of the stored form, and how a flood of records of one session goes on. */
  public static final class Sizes {

    private static final int FLOOD = 1_000_000;

    private Sizes() {}

    /** Prints the table. */
    public static void main(String[] arguments) {
      System.out.println("| records of the session | bytes stored |\n|---|---|");
      for (int records : new int[] {1, 2, 10, 100, 256, 1000, 100_000}) {
        System.out.printf("| %,d | %,d |%n", records, stored(records).length);
      }
      flood();
    }

    private static void flood() {
      byte[] bytes = {};
      double[] seconds = new double[10];
      for (int tenth = 0; tenth < 10; tenth++) {
        long start = System.nanoTime();
        for (int i = 0; i < FLOOD / 10; i++) {
          Sessions sessions =
              bytes.length == 0 ? new Sessions(LIMITS) : Sessions.fromBytes(bytes, LIMITS);
          sessions.add(record(tenth * (FLOOD / 10) + i));
          bytes = sessions.toBytes();
        }
        seconds[tenth] = (System.nanoTime() - start) / 1e9;
      }
      System.out.printf(
          "%nA flood of %,d records: %,.0f records/s in the first tenth, %,.0f in the last (%.2f of"
              + " it), %,d bytes stored.%n",
          FLOOD,
          FLOOD / 10 / seconds[0],
          FLOOD / 10 / seconds[9],
          seconds[0] / seconds[9],
          bytes.length);
    }
  }
}
