package io.github.gateweir.ecs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The mapping against the golden files: a folder for every row and every note of the table. Their
 * documents were written from the table, not from the mapper.
 */
class GoldenMappingTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);
  private static final Place PLACE = Place.inFile("golden.ndjson", 1);
  private static final String HEAD =
      "{\"Datetime\":\"2023-02-24T16:33:05Z\",\"SessionID\":\"s1\",\"Note\":\"";

  private final EcsMapper mapper = new EcsMapper(CLOCK, Duration.ofMinutes(10));

  @TestFactory
  Stream<DynamicTest> mapsEveryGoldenCase() {
    return GoldenCase.all().stream().flatMap(this::tests);
  }

  @Test
  void everyGoldenCaseExpectsOneOutcome() {
    assertThat(GoldenCase.all())
        .hasSizeGreaterThan(200)
        .allSatisfy(
            golden ->
                assertThat(String.join(" ", golden.expectations()))
                    .as(golden.name())
                    .matches(
                        "(extended\\.json )?sekoia\\.json|extended\\.json"
                            + "|dead-letter\\.json|ignored\\.txt"));
  }

  @Test
  void mapsALineOfExactlyTheLongestLength() {
    byte[] line = line(RawRecord.MAX_LENGTH);
    String document = render(map(line), Profile.EXTENDED);
    assertThatJson(document).node("message").isString().isEqualTo(new String(line, UTF_8));
  }

  @Test
  void refusesALineOneByteLongerThanTheLongest() {
    byte[] head = Arrays.copyOf(line(RawRecord.MAX_LENGTH + 1), RawRecord.MAX_LENGTH);
    String document = deadLetter(mapper.map(RawRecord.cut(head, head.length + 1, PLACE)));
    assertThatJson(document).node("error.code").isString().isEqualTo("malformed");
    assertThatJson(document).node("gateweir.dead_letter.truncated").isEqualTo(true);
    assertThatJson(document).node("event.original").isString().isEqualTo(new String(head, UTF_8));
  }

  @Test
  void ignoresATombstone() {
    assertThat(ignored(mapper.map(RawRecord.tombstone(PLACE)))).isEqualTo("tombstone");
  }

  @Test
  void keepsTheSentenceOfAReadingFault() {
    byte[] read = "{\"Datetime\":\"2023-02-24T".getBytes(UTF_8);
    String fault = "The gzip stream is corrupt after byte 4096.";
    String document = deadLetter(mapper.map(RawRecord.faulty(read, PLACE, fault)));
    assertThatJson(document).node("event.original").isString().isEqualTo(new String(read, UTF_8));
    assertThatJson(document).node("error.message").isString().contains(fault);
  }

  @Test
  void namesTheKafkaRecordOfADeadLetter() {
    Place place = Place.inTopic("gateway-network", 3, 4711, 2);
    String document = deadLetter(mapper.map(RawRecord.of("x".getBytes(UTF_8), place)));
    assertThatJson(document).node("gateweir.source.topic").isString().isEqualTo("gateway-network");
    assertThatJson(document).node("gateweir.source.partition").isEqualTo(3);
    assertThatJson(document).node("gateweir.source.offset").isEqualTo(4711);
    assertThatJson(document).node("log").isAbsent();
  }

  private Stream<DynamicTest> tests(GoldenCase golden) {
    return golden.expectations().stream()
        .map(file -> dynamicTest(golden.name() + "/" + file, () -> checkNamed(golden, file)));
  }

  /** Surefire's report numbers the cases, so the failure itself says which one it is. */
  private void checkNamed(GoldenCase golden, String file) {
    try {
      check(golden, file);
    } catch (AssertionError e) {
      throw new AssertionError(golden.name() + "/" + file + ": " + e.getMessage(), e);
    }
  }

  private void check(GoldenCase golden, String file) {
    Mapped mapped = map(golden.line());
    String expected = golden.text(file);
    switch (file) {
      case "extended.json" -> assertSame(render(mapped, Profile.EXTENDED), expected);
      case "sekoia.json" -> assertSame(render(mapped, Profile.SEKOIA), expected);
      case "dead-letter.json" -> assertSame(deadLetter(mapped), expected);
      case "ignored.txt" -> assertThat(ignored(mapped)).isEqualTo(expected.strip());
      default -> throw new AssertionError("Nobody reads " + golden.folder().resolve(file));
    }
  }

  private static void assertSame(String document, String expected) {
    assertThatJson(document).isEqualTo(expected);
  }

  /** A record of so many bytes. */
  private static byte[] line(int length) {
    String tail = "\"}";
    return (HEAD + "a".repeat(length - HEAD.length() - tail.length()) + tail).getBytes(UTF_8);
  }

  // The mapper's interface, all of it, from here on.

  private Mapped map(byte[] line) {
    return mapper.map(RawRecord.of(line, PLACE));
  }

  private static String render(Mapped mapped, Profile profile) {
    assertThat(mapped.deadLetter()).isNull();
    assertThat(mapped.ignored()).isNull();
    return StrictJson.text(new EcsJsonWriter(profile).write(requireNonNull(mapped.event())));
  }

  private static String deadLetter(Mapped mapped) {
    assertThat(mapped.event()).isNull();
    assertThat(mapped.ignored()).isNull();
    DeadLetterJsonWriter writer = new DeadLetterJsonWriter(Integer.MAX_VALUE);
    return StrictJson.text(writer.write(requireNonNull(mapped.deadLetter())));
  }

  private static String ignored(Mapped mapped) {
    assertThat(mapped.event()).isNull();
    assertThat(mapped.deadLetter()).isNull();
    return requireNonNull(mapped.ignored()).reason();
  }
}
