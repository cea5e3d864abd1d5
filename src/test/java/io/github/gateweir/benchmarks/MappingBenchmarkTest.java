package io.github.gateweir.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is timed gives the right answer, and if it did not, it would not be timed. */
class MappingBenchmarkTest {

  private static final byte[] LINE = "{}".getBytes(UTF_8);
  private static final String DOCUMENT =
      "{\"a\":{\"b\":1,\"ip\":[\"x\"]},\"network\":{\"transport\":\"quic\"}}";

  @Test
  void mapsTheThreeReferenceSamplesAndTwoThousandGeneratedLines() throws IOException {
    assertThat(Corpus.lines(Corpus.REFERENCE)).hasSize(3);
    assertThat(Corpus.lines(Corpus.GENERATED).stream().map(line -> new String(line, UTF_8)))
        .hasSize(2_000)
        .doesNotHaveDuplicates();
  }

  @Test
  void refusesACorpusThatIsNotThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Corpus.lines("other"))
        .withMessage("The corpus \"other\" is unknown; take reference or generated.");
  }

  @ParameterizedTest
  @ValueSource(strings = {Corpus.REFERENCE, Corpus.GENERATED})
  void timesBothSidesOnEveryLineWithEqualDocuments(String corpus) throws IOException {
    MappingBenchmark baseline = benchmark(corpus);
    MappingBenchmark ours = benchmark(corpus);
    for (int i = 0; i < baseline.size(); i++) {
      assertThatJson(text(ours.sekoia())).isEqualTo(text(baseline.jacksonTree()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Corpus.REFERENCE, Corpus.GENERATED})
  void timesExtendedDocumentsThatHoldMore(String corpus) throws IOException {
    MappingBenchmark extended = benchmark(corpus);
    assertThatJson(text(extended.extended())).node("event.id").isPresent();
  }

  @Test
  void acceptsEqualDocumentsWhateverTheOrderOfTheirMembers() {
    assertThatNoException()
        .isThrownBy(
            () ->
                MappingCorrectness.check(
                    LINE, bytes("{\"a\":1,\"b\":2}"), bytes("{\"b\":2,\"a\":1}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":{\"b\":2,\"ip\":[\"x\"]},\"network\":{\"transport\":\"quic\"}}",
        "{\"a\":{\"b\":\"1\",\"ip\":[\"x\"]},\"network\":{\"transport\":\"quic\"}}",
        "{\"a\":{\"b\":1,\"ip\":[\"x\"]}}",
        "{\"a\":{\"b\":1,\"ip\":[\"x\",\"y\"]},\"network\":{\"transport\":\"quic\"}}",
        "{\"a\":{\"b\":1,\"ip\":[\"x\"]},\"network\":{\"transport\":\"quic\"},\"c\":1}"
      })
  void refusesADocumentThatDiffers(String broken) {
    assertThatIllegalStateException()
        .isThrownBy(() -> MappingCorrectness.check(LINE, bytes(DOCUMENT), bytes(broken)))
        .withMessageContaining("but we give");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1", "{\"a\":1}}", ""})
  void refusesADocumentThatIsNotJson(String broken) {
    assertThatThrownBy(() -> MappingCorrectness.check(LINE, bytes("{\"a\":1}"), bytes(broken)))
        .isInstanceOfAny(JsonProcessingException.class, IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":{\"b\":1,\"ip\":[\"y\"]},\"network\":{\"transport\":\"udp\"}}",
        "{\"a\":{\"ip\":[\"x\"]},\"network\":{\"transport\":\"udp\"}}",
        "{\"a\":{\"b\":1,\"ip\":[\"x\"]},\"network\":{\"transport\":\"quic\"}}",
        "{\"a\":{\"b\":1,\"ip\":[\"x\"]}}"
      })
  void refusesAnExtendedDocumentThatLacksSomething(String broken) {
    assertThatIllegalStateException()
        .isThrownBy(() -> MappingCorrectness.checkContained(LINE, bytes(DOCUMENT), bytes(broken)));
  }

  @Test
  void acceptsAnExtendedDocumentThatHoldsMore() {
    String more =
        "{\"a\":{\"b\":1,\"ip\":[\"w\",\"x\"],\"c\":2},\"network\":{\"transport\":\"udp\"},\"d\":3}";
    assertThatNoException()
        .isThrownBy(() -> MappingCorrectness.checkContained(LINE, bytes(DOCUMENT), bytes(more)));
  }

  private static MappingBenchmark benchmark(String corpus) throws IOException {
    MappingBenchmark benchmark = new MappingBenchmark();
    benchmark.corpus = corpus;
    benchmark.setUp();
    return benchmark;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static String text(byte[] document) {
    return new String(document, UTF_8);
  }
}
