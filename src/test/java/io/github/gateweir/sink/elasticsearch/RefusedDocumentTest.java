package io.github.gateweir.sink.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.EcsJsonWriter;
import io.github.gateweir.ecs.EcsMapper;
import io.github.gateweir.ecs.GoldenCase;
import io.github.gateweir.ecs.Profile;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.gateway.DeadLetterCode;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.sink.Document;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RefusedDocumentTest {

  private static final Place PLACE = Place.inTopic("gateway", 3, 42, 1);
  private static final long NOW = 1_767_355_200_000L;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);
  private static final String ERROR = "400 document_parsing_exception: failed to parse";

  private final EcsMapper mapper = new EcsMapper(CLOCK, Duration.ofMinutes(10));

  @TestFactory
  Stream<DynamicTest> givesTheRawRecordOfEveryGoldenEventBack() {
    return events().stream()
        .flatMap(
            golden ->
                Stream.of(Profile.values())
                    .map(
                        profile ->
                            dynamicTest(
                                golden.name() + ", " + profile,
                                () -> assertRawRecord(golden.line(), profile))));
  }

  @Test
  void thereAreGoldenEvents() {
    assertThat(events()).hasSizeGreaterThan(100);
  }

  @Test
  void saysWhereWhatAndWhen() {
    DeadLetter letter = RefusedDocument.deadLetter(Documents.event(7), ERROR, NOW);

    assertThat(letter.place()).isEqualTo(Place.inFile("a.log", 7));
    assertThat(letter.code()).isEqualTo(DeadLetterCode.REFUSED);
    assertThat(letter.message()).isEqualTo(Complaints.refusal(ERROR));
    assertThat(letter.original()).isEqualTo(Documents.record(7).getBytes(UTF_8));
    assertThat(letter.originalLength()).isEqualTo(letter.original().length);
    assertThat(letter.epochMillis()).isEqualTo(NOW);
  }

  @Test
  void theSameDocumentGivesTheSameIdAgain() {
    DeadLetter letter = RefusedDocument.deadLetter(Documents.event(7), ERROR, NOW);
    DeadLetter later = RefusedDocument.deadLetter(Documents.event(7), "413", NOW + 60_000);

    assertThat(later.id()).isEqualTo(letter.id());
    assertThat(RefusedDocument.deadLetter(Documents.event(8), ERROR, NOW).id())
        .isNotEqualTo(letter.id());
  }

  @Test
  void findsTheMessageBehindOtherMembersAndNotInThem() {
    String json = "{\"a\":{\"message\":\"no\"},\"b\":[{\"message\":\"no\"}],\"message\":\"yes\"}";

    assertThat(record(json)).isEqualTo("yes");
  }

  @Test
  void aDocumentWithoutMessageIsAnErrorOfTheJob() {
    assertThatIllegalStateException()
        .isThrownBy(() -> record("{\"a\":{\"message\":\"no\"}}"))
        .withMessageContaining("without message");
  }

  private static List<GoldenCase> events() {
    return GoldenCase.all().stream()
        .filter(golden -> golden.expectations().stream().anyMatch(RefusedDocumentTest::isEvent))
        .toList();
  }

  private static boolean isEvent(String expectation) {
    return List.of("extended.json", "sekoia.json").contains(expectation);
  }

  private void assertRawRecord(byte[] line, Profile profile) {
    EcsEvent event = mapper.map(RawRecord.of(line, PLACE)).event();
    Document document =
        new Document(
            event.id(), event.sessionId(), new EcsJsonWriter(profile).write(event), event.place());

    DeadLetter letter = RefusedDocument.deadLetter(document, ERROR, NOW);

    assertThat(letter.original()).isEqualTo(line);
    assertThat(letter.originalLength()).isEqualTo(line.length);
    assertThat(letter.place()).isEqualTo(PLACE);
  }

  private static String record(String json) {
    Document document = new Document("01", null, json.getBytes(UTF_8), PLACE);
    return new String(RefusedDocument.deadLetter(document, ERROR, NOW).original(), UTF_8);
  }
}
