package io.github.gateweir.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.EcsJsonWriter;
import io.github.gateweir.ecs.Profile;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.gateway.DeadLetterCode;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.sink.Document;
import java.util.List;
import java.util.Map;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderEventFunctionTest {

  private static final EcsEvent EVENT = event(Records.event());
  private static final int KEY_BYTES = "s1".length();

  @ParameterizedTest
  @EnumSource(Profile.class)
  void rendersTheDocumentOfTheProfileWithIdAndKey(Profile profile) throws Exception {
    try (FunctionHarness<EcsEvent, Document> render =
        FunctionHarness.open(operator(profile, Integer.MAX_VALUE))) {
      render.process(EVENT);

      Document document = render.output().get(0);
      assertThat(document.id()).isEqualTo(EVENT.id());
      assertThat(document.key()).isEqualTo("s1");
      assertThat(document.json()).isEqualTo(new EcsJsonWriter(profile).write(EVENT));
    }
  }

  @Test
  void anEventWithoutSessionHasNoKey() throws Exception {
    try (FunctionHarness<EcsEvent, Document> render = open(Integer.MAX_VALUE)) {
      render.process(event(Records.line("{\"Datetime\":1767355200,\"SourceIP\":\"192.0.2.1\"}")));

      assertThat(render.output().get(0).key()).isNull();
    }
  }

  @Test
  void whatJustFitsWithItsKeyIsWritten() throws Exception {
    try (FunctionHarness<EcsEvent, Document> render = open(length(EVENT) + KEY_BYTES)) {
      render.process(EVENT);

      assertThat(render.output()).hasSize(1);
      assertThat(render.sideOutput(RouteFunction.DEAD_LETTERS)).isEmpty();
      assertThat(render.accumulators()).isEqualTo(Map.of("events", 1L, "unwritable", 0L));
      assertThat(render.counter("code", "too_large", "deadLetters")).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"s1", "s\\u00e9", "\\ud83d\\ude00", "a\\\"b\\\\c"})
  void theKeyCountsWithTheBytesThatItIsWrittenWith(String session) throws Exception {
    EcsEvent event =
        event(Records.line("{\"Datetime\":1767355200,\"SessionID\":\"" + session + "\"}"));
    int key = requireNonNull(event.sessionId()).getBytes(UTF_8).length;

    try (FunctionHarness<EcsEvent, Document> render = open(length(event) + key)) {
      render.process(event);
      assertThat(render.output()).hasSize(1);
    }
    try (FunctionHarness<EcsEvent, Document> render = open(length(event) + key - 1)) {
      render.process(event);
      assertThat(render.output()).isEmpty();
    }
  }

  @Test
  void whatIsOneByteTooLargeIsADeadLetter() throws Exception {
    int limit = length(EVENT) + KEY_BYTES - 1;
    try (FunctionHarness<EcsEvent, Document> render = open(limit)) {
      render.process(EVENT);

      assertThat(render.output()).isEmpty();
      List<DeadLetter> letters = render.sideOutput(RouteFunction.DEAD_LETTERS);
      assertThat(letters).hasSize(1);
      DeadLetter letter = letters.get(0);
      assertThat(letter.code()).isEqualTo(DeadLetterCode.TOO_LARGE);
      assertThat(letter.place()).isEqualTo(EVENT.place());
      assertThat(letter.original()).isEqualTo(Records.event().line());
      assertThat(letter.originalLength()).isEqualTo(Records.event().length());
      assertThat(letter.message()).contains("" + limit).contains("replay");
      assertThat(render.accumulators()).isEqualTo(Map.of("events", 0L, "unwritable", 1L));
      assertThat(render.counter("code", "too_large", "deadLetters")).isEqualTo(1);
    }
  }

  @Test
  void countsOnFromTheLastCheckpoint() throws Exception {
    int limit = length(EVENT) + KEY_BYTES;
    EcsEvent larger = event(Records.line("{\"Datetime\":1767355200,\"SessionID\":\"session\"}"));
    OperatorSubtaskState state;
    try (FunctionHarness<EcsEvent, Document> before = open(limit)) {
      before.process(EVENT);
      before.process(EVENT);
      before.process(larger);
      state = before.snapshot();
    }

    try (FunctionHarness<EcsEvent, Document> first =
            FunctionHarness.restore(operator(Profile.EXTENDED, limit), 2, 0, state);
        FunctionHarness<EcsEvent, Document> second =
            FunctionHarness.restore(operator(Profile.EXTENDED, limit), 2, 1, state)) {
      first.process(EVENT);
      second.process(EVENT);

      assertThat(sum(first, second, "events")).isEqualTo(4);
      assertThat(sum(first, second, "unwritable")).isEqualTo(1);
    }
  }

  @Test
  void theDeadLetterSaysWhatIsTooLarge() throws Exception {
    try (FunctionHarness<EcsEvent, Document> render = open(10);
        FunctionHarness<DeadLetter, Document> letters =
            FunctionHarness.open(
                new org.apache.flink.streaming.api.operators.StreamMap<>(
                    new RenderDeadLetterFunction(Integer.MAX_VALUE)))) {
      render.process(EVENT);
      letters.process(render.sideOutput(RouteFunction.DEAD_LETTERS).get(0));

      String json = new String(letters.output().get(0).json(), UTF_8);
      assertThatJson(json).node("error.code").isEqualTo("too_large");
      assertThatJson(json).node("log.file.path").isEqualTo("a.log");
    }
  }

  private static long sum(
      FunctionHarness<?, ?> first, FunctionHarness<?, ?> second, String accumulator) {
    return (Long) first.accumulators().get(accumulator)
        + (Long) second.accumulators().get(accumulator);
  }

  private static int length(EcsEvent event) {
    return new EcsJsonWriter(Profile.EXTENDED).write(event).length;
  }

  private static EcsEvent event(RawRecord raw) {
    return requireNonNull(Records.mapped(raw).event());
  }

  private static FunctionHarness<EcsEvent, Document> open(int maxBytes) throws Exception {
    return FunctionHarness.open(operator(Profile.EXTENDED, maxBytes));
  }

  private static ProcessOperator<EcsEvent, Document> operator(Profile profile, int maxBytes) {
    return new ProcessOperator<>(new RenderEventFunction(profile, maxBytes));
  }
}
