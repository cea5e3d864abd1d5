package io.github.gateweir.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.ecs.DeadLetterJsonWriter;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.sink.Document;
import org.apache.flink.streaming.api.operators.StreamMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderDeadLetterFunctionTest {

  private static final DeadLetter LETTER =
      requireNonNull(Records.mapped(Records.line("{\"Datetime\":")).deadLetter());

  @Test
  void rendersTheDocumentWithIdAndWithoutKey() throws Exception {
    Document document = render(LETTER, Integer.MAX_VALUE);

    assertThat(document.id()).isEqualTo(LETTER.id());
    assertThat(document.key()).isNull();
    assertThat(document.json())
        .isEqualTo(new DeadLetterJsonWriter(Integer.MAX_VALUE).write(LETTER));
  }

  @Test
  void theIdIsThatOfTheRecordAtItsPlaceAndOfItsFault() {
    DeadLetter elsewhere =
        new DeadLetter(
            Place.inFile("a.log", 2), LETTER.code(), LETTER.message(), LETTER.original(), 12, 1);
    DeadLetter later =
        new DeadLetter(LETTER.place(), LETTER.code(), LETTER.message(), LETTER.original(), 12, 2);

    assertThat(later.id()).isEqualTo(LETTER.id()).hasSize(32);
    assertThat(elsewhere.id()).isNotEqualTo(LETTER.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\"", "\u00e9", "\ud83d\ude00", "\u0001"})
  void cutsTheOriginalToWhatTheSinkTakes(String character) throws Exception {
    RawRecord raw = Records.line("{" + character.repeat(5_000));
    DeadLetter letter = requireNonNull(Records.mapped(raw).deadLetter());
    for (int limit = 2_000; limit < 2_005; limit++) {
      byte[] json = render(letter, limit).json();

      assertThat(json.length).isBetween(limit - 6, limit);
      String text = new String(json, UTF_8);
      assertThatJson(text).node("gateweir.dead_letter.truncated").isEqualTo(true);
      assertThatJson(text)
          .node("event.original")
          .isString()
          .startsWith("{" + character)
          .doesNotContain("\ufffd");
    }
  }

  private static Document render(DeadLetter letter, int maxBytes) throws Exception {
    try (FunctionHarness<DeadLetter, Document> render =
        FunctionHarness.open(new StreamMap<>(new RenderDeadLetterFunction(maxBytes)))) {
      render.process(letter);
      return render.output().get(0);
    }
  }
}
