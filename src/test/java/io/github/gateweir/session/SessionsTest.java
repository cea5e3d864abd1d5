package io.github.gateweir.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gateweir.alert.Alert;
import io.github.gateweir.gateway.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SessionsTest {

  private static final long MINUTE = 60_000;
  private static final Limits LIMITS =
      new Limits(Duration.ofMinutes(30).toNanos(), Duration.ofHours(24).toNanos());
  private static final int STATE_LIMIT = 16 * 1024;

  @RepeatedTest(20)
  void theOrderOfArrivalDoesNotMatter(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<SessionRecord> records = someSessions(random);
    List<String> expected = documents(records);

    assertThat(expected).hasSizeGreaterThan(1);
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(records, random);
      assertThat(documents(records)).isEqualTo(expected);
    }
  }

  @RepeatedTest(5)
  void theOrderOfArrivalDoesNotMatterForManyValuesAndRecords(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<SessionRecord> records = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      records.add(
          SampleRecord.at(random.nextInt(300) * MINUTE, i)
              .to("192.0.%d.%d".formatted(i / 200, i % 200), "d%d.example".formatted(i), i)
              .user("u" + random.nextInt(3), "u" + random.nextInt(3) + "@example.com")
              .record());
    }
    records.addAll(records.subList(0, 100));
    List<String> expected = documents(records);

    assertThat(expected)
        .anyMatch(document -> document.contains("\"records_exact\":false"))
        .anyMatch(document -> document.contains("\"truncated\":true"));
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(records, random);
      assertThat(documents(records)).isEqualTo(expected);
    }
  }

  @RepeatedTest(5)
  void theOrderOfArrivalDoesNotMatterForLongValues(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<SessionRecord> records = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      // Three islands 29 minutes wide, so that the bridges between them join full sets.
      long time = (i % 3 * 58 + random.nextInt(29)) * MINUTE;
      String name = "y".repeat(20 + random.nextInt(230)) + i + ".example";
      records.add(SampleRecord.at(time, i).toLong(name).record());
    }
    records.add(SampleRecord.at(45 * MINUTE, 90).record());
    records.add(SampleRecord.at(100 * MINUTE, 91).record());
    List<String> expected = documents(records);

    assertThat(expected)
        .singleElement()
        .asString()
        .containsPattern("\"domains\":\\{\"count\":\\d+,\"values\":\\[[^]]{1000,4500}]");
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(records, random);
      assertThat(documents(records)).isEqualTo(expected);
    }
  }

  @Test
  void countsAllOfSixtyFourLongValuesAndKeepsThoseThatHaveRoom() {
    Sessions sessions = new Sessions(LIMITS);
    for (int i = 0; i < 64; i++) {
      sessions.add(SampleRecord.at(i, i).toLong("z".repeat(240) + i + ".example").record());
    }
    Session session = sessions.close("s", Long.MAX_VALUE).get(0);

    assertThat(session.interval().domains().count()).isEqualTo(64);
    assertThat(session.interval().domains().truncated()).isTrue();
    assertThat(session.interval().domains().values()).hasSize(4_096 / 250);
  }

  /** Records of some hours: islands with and without bridges, duplicates, several identities. */
  private static List<SessionRecord> someSessions(Random random) {
    List<SessionRecord> records = new ArrayList<>();
    for (int island = 0; island < 8; island++) {
      long start = island * (40 + random.nextLong(60)) * MINUTE;
      for (int i = 0; i < 1 + random.nextInt(6); i++) {
        records.add(sample(random, start + random.nextInt(40) * MINUTE, records.size()));
      }
    }
    int different = records.size();
    for (int i = 0; i < different / 3; i++) {
      records.add(records.get(random.nextInt(different)));
    }
    return records;
  }

  private static SessionRecord sample(Random random, long time, long id) {
    SampleRecord record = SampleRecord.at(time, id);
    switch (random.nextInt(5)) {
      case 0 -> record.user("u2", "bob@example.com");
      case 1 -> record.device("d2", null).verdict("block", "No");
      case 2 -> record.bare();
      case 3 -> record.toLong("x".repeat(96) + random.nextInt(3) + ".example");
      default -> record.to("2001:db8::" + random.nextInt(9), null, random.nextInt(9));
    }
    return record.record();
  }

  @RepeatedTest(5)
  void recordsWithALongDomainAreCountedOnceInAnyOrder(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<SessionRecord> records = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      records.add(SampleRecord.at(i, i).toLong("x".repeat(96) + ".example").record());
    }
    records.addAll(List.copyOf(records));
    for (int i = 40; i < 340; i++) {
      records.add(SampleRecord.at(i, i).record());
    }
    Collections.shuffle(records, random);
    Sessions sessions = new Sessions(LIMITS);
    records.forEach(sessions::add);

    Session session = sessions.close("s", Long.MAX_VALUE).get(0);
    assertThat(session.longDomainRecords()).isEqualTo(40);
  }

  @Test
  void whatIsStoredComesBackAsItWas() {
    Sessions sessions = rich();
    sessions.setTimer(12_345);
    sessions.setAlerted();
    byte[] stored = sessions.toBytes();
    Sessions read = Sessions.fromBytes(stored, LIMITS);

    assertThat(read.toBytes()).isEqualTo(stored);
    assertThat(read.timer()).isEqualTo(12_345);
    assertThat(read.alerted()).isTrue();
    assertThat(read.nextClose()).isEqualTo(sessions.nextClose());
    assertThat(documents(read)).isEqualTo(documents(sessions)).hasSize(3);
    assertThat(read.isEmpty()).isTrue();
  }

  @Test
  void nothingIsStoredAndComesBackAsNothing() {
    Sessions read = Sessions.fromBytes(new Sessions(LIMITS).toBytes(), LIMITS);

    assertThat(read.isEmpty()).isTrue();
    assertThat(read.timer()).isEqualTo(Sessions.NO_TIMER);
    assertThat(read.nextClose()).isEqualTo(Sessions.NO_TIMER);
    assertThat(read.alerted()).isFalse();
  }

  @Test
  void refusesAVersionThatItDoesNotKnow() {
    byte[] stored = rich().toBytes();
    stored[0] = 9;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sessions.fromBytes(stored, LIMITS))
        .withMessage(
            "The state of a session has version 9, and this release reads version 1: start the"
                + " release that wrote the savepoint, or a later one.");
  }

  @Test
  void aFloodOfOneSessionHasSmallState() {
    Sessions sessions = new Sessions(LIMITS);
    for (int i = 0; i < 100_000; i++) {
      sessions.add(
          SampleRecord.at(i, i)
              .to("2001:db8:%x:%x::1".formatted(i & 0xFFFF, i >> 8), null, i & 0xFFFF)
              .toLong("x".repeat(230) + i + ".example.com")
              .verdict("a" + i % 5, "Policy number " + i)
              .user("u" + i, i + "@example.com")
              .record());
    }

    assertThat(sessions.toBytes()).hasSizeLessThanOrEqualTo(STATE_LIMIT);
  }

  /** Three sessions: an ordinary one, one of what is too much to keep, a bare one. */
  static Sessions rich() {
    byte[] json = "{\"gateweir\":{}}".getBytes(UTF_8);
    Alert alert = new Alert("a", "A rule", "low", "s", json, Place.inFile("a.log", 1), null);
    Sessions sessions = new Sessions(LIMITS);
    sessions.add(SampleRecord.atNanos(1_767_355_200_123_456_789L, 1).record());
    sessions.add(
        SampleRecord.at(1_767_355_201_000L, 2)
            .user("u2", "bob@example.com")
            .toLong("ü" + "x".repeat(96) + ".example")
            .verdict("block", "No")
            .raising(alert)
            .record());
    for (int i = 0; i < 300; i++) {
      sessions.add(
          SampleRecord.at(1_767_362_400_000L + i, 1_000 + i)
              .to("192.0.2." + i % 200, "d%d.example".formatted(i % 100), i % 70)
              .record());
    }
    sessions.add(SampleRecord.at(1_767_369_600_000L, -5).bare().record());
    return sessions;
  }

  static List<String> documents(List<SessionRecord> records) {
    Sessions sessions = new Sessions(LIMITS);
    for (SessionRecord record : records) {
      sessions.add(record);
      sessions = Sessions.fromBytes(sessions.toBytes(), LIMITS);
    }
    return documents(sessions);
  }

  static List<String> documents(Sessions sessions) {
    return sessions.close("s", Long.MAX_VALUE).stream()
        .map(session -> new String(SessionJsonWriter.document(session), UTF_8))
        .toList();
  }
}
