package io.github.gateweir.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class FaultyLinesTest {
  private static final int RECORDS = 12_000;

  private static GeneratedLog log = new GeneratedLog(List.of());

  @BeforeAll
  static void generate() {
    log = GeneratedLog.of(GeneratedLog.settings(RECORDS, 10));
  }

  @Test
  void spoilsTheShareOfLinesThatIsAskedFor() {
    assertThat(log.lines().stream().filter(line -> line.expectation().fault() != null))
        .hasSize(RECORDS / 10);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "TOO_LONG")
  void makesEveryFaultAboutAsOften(Fault fault) {
    assertThat(log.withFault(fault)).hasSizeBetween(RECORDS / 10 / 12, RECORDS / 10 / 10);
  }

  @Test
  void makesLongLinesRarely() {
    assertThat(log.withFault(Fault.TOO_LONG))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line.bytes()).hasSizeGreaterThan(256 * 1024));
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_JSON", "NOT_ONE_OBJECT", "TRUNCATED"})
  void makesWhatIsNotOneJsonObject(Fault fault) {
    assertThat(log.withFault(fault))
        .allSatisfy(
            line ->
                assertThatThrownBy(() -> GeneratedLog.parse(line.bytes()))
                    .isInstanceOf(JsonProcessingException.class));
  }

  @Test
  void makesWhatIsNotUtf8() {
    assertThat(log.withFault(Fault.INVALID_UTF8))
        .allSatisfy(
            line ->
                assertThatThrownBy(
                        () ->
                            StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(line.bytes())))
                    .isInstanceOf(CharacterCodingException.class));
  }

  @Test
  void nestsDeeperThanSixteenLevels() {
    assertThat(log.withFault(Fault.TOO_DEEP))
        .allSatisfy(
            line ->
                assertThat(GeneratedLog.text(line.bytes()))
                    .contains("[".repeat(17))
                    .satisfies(text -> GeneratedLog.parse(line.bytes())));
  }

  @Test
  void leavesOutOrSpoilsTheTime() {
    assertThat(log.withFault(Fault.NO_DATETIME))
        .allSatisfy(
            line ->
                assertThat(GeneratedLog.parse(line.bytes()))
                    .containsKeys("SessionID", "CategoryNames")
                    .doesNotContainKey("Datetime"));
    assertThat(log.withFault(Fault.UNREADABLE_DATETIME))
        .allSatisfy(
            line ->
                assertThat(GeneratedLog.parse(line.bytes()))
                    .containsEntry("Datetime", "2026-13-32T25:61:61Z"));
  }

  @Test
  void sendsRecordsOfAnotherDataset() {
    assertThat(log.withFault(Fault.OTHER_DATASET))
        .allSatisfy(
            line ->
                assertThat(GeneratedLog.parse(line.bytes()))
                    .containsKeys("Datetime", "QueryName")
                    .doesNotContainKeys("SessionID", "SourceIP", "DestinationIP"));
  }

  @Test
  void writesBlankLinesAndUploadTests() {
    assertThat(log.withFault(Fault.BLANK)).allSatisfy(l -> assertThat(l.bytes()).isEmpty());
    assertThat(log.withFault(Fault.UPLOAD_TEST))
        .allSatisfy(
            l -> assertThat(GeneratedLog.text(l.bytes())).isEqualTo("{\"content\":\"tests\"}"));
  }

  @Test
  void givesAKnownFieldAValueOfTheWrongType() throws Exception {
    for (GeneratedLine line : log.withFault(Fault.WRONG_TYPE)) {
      Map<String, Object> record = GeneratedLog.parse(line.bytes());
      Object value = record.get(line.expectation().skippedField());
      assertThat(record).hasSize(34);
      assertThat(value).isNotInstanceOf(String.class).isNotInstanceOf(Integer.class);
      assertThat(line.expectation().isEvent()).isTrue();
    }
  }

  @Test
  void givesOnlyEventsASession() {
    assertThat(log.lines())
        .allSatisfy(
            line -> assertThat(line.sessionId() != null).isEqualTo(line.expectation().isEvent()));
  }

  @Test
  void canSpoilEveryLine() {
    GeneratedLog faulty = GeneratedLog.of(GeneratedLog.settings(240, 100));
    assertThat(faulty.lines())
        .hasSize(240)
        .allSatisfy(line -> assertThat(line.expectation().fault()).isNotNull());
  }
}
