package io.github.gateweir.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.ecs.Mapped;
import io.github.gateweir.ecs.Profile;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.sink.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.api.operators.StreamMap;
import org.junit.jupiter.api.Test;

/**
 * With {@code pipeline.object-reuse} the functions of a chain hand each other the objects
 * themselves, so none may change what it was given, nor keep it and give it out a second time.
 */
class ObjectReuseTest {

  /** Arrays as they were when they were handed over. */
  private final List<Witness> witnesses = new ArrayList<>();

  @Test
  void nobodyChangesOrKeepsWhatItWasGiven() throws Exception {
    try (FunctionHarness<RawRecord, Mapped> map =
            FunctionHarness.open(new StreamMap<>(new MapToEcsFunction(Records.MAX_AHEAD)));
        FunctionHarness<Mapped, EcsEvent> route =
            FunctionHarness.open(new ProcessOperator<>(new RouteFunction()));
        FunctionHarness<EcsEvent, Document> renderEvents =
            FunctionHarness.open(
                new ProcessOperator<>(new RenderEventFunction(Profile.EXTENDED, 3_000)));
        FunctionHarness<DeadLetter, Document> renderDeadLetters =
            FunctionHarness.open(new StreamMap<>(new RenderDeadLetterFunction(2_000)))) {
      for (RawRecord raw : Records.generated(2_000)) {
        witness(raw.line());
        map.process(raw);
        Mapped mapped = last(map.output());
        witness(mapped);
        int events = route.output().size();
        route.process(mapped);
        if (route.output().size() > events) {
          assertThat(last(route.output())).isSameAs(mapped.event());
          renderEvents.process(last(route.output()));
        }
      }
      List<DeadLetter> letters = new ArrayList<>(route.sideOutput(RouteFunction.DEAD_LETTERS));
      letters.addAll(renderEvents.sideOutput(RouteFunction.DEAD_LETTERS));
      for (DeadLetter letter : letters) {
        witness(letter.original());
        renderDeadLetters.process(letter);
        witness(last(renderDeadLetters.output()).json());
      }

      assertThat(renderEvents.output()).hasSizeGreaterThan(100);
      assertThat(renderEvents.sideOutput(RouteFunction.DEAD_LETTERS)).isNotEmpty();
      assertThat(witnesses).allSatisfy(Witness::check);
    }
  }

  @Test
  void theSameRecordTwiceGivesTheSameTwice() throws Exception {
    try (FunctionHarness<RawRecord, Mapped> map =
            FunctionHarness.open(new StreamMap<>(new MapToEcsFunction(Records.MAX_AHEAD)));
        FunctionHarness<EcsEvent, Document> render =
            FunctionHarness.open(
                new ProcessOperator<>(
                    new RenderEventFunction(Profile.EXTENDED, Integer.MAX_VALUE)))) {
      for (RawRecord raw : Records.generated(200)) {
        map.process(raw);
        EcsEvent first = last(map.output()).event();
        map.process(raw);
        EcsEvent second = last(map.output()).event();
        if (first != null && second != null) {
          render.process(first);
          byte[] json = last(render.output()).json();
          render.process(second);
          render.process(first);

          assertThat(second.text()).isNotSameAs(first.text()).isEqualTo(first.text());
          assertThat(second.slices()).isNotSameAs(first.slices());
          assertThat(new String(last(render.output()).json(), UTF_8))
              .isEqualTo(new String(json, UTF_8));
        }
      }
    }
  }

  private void witness(Mapped mapped) {
    EcsEvent event = mapped.event();
    if (event != null) {
      witness(event.text());
      int[] slices = event.slices();
      int[] copy = slices.clone();
      witnesses.add(() -> assertThat(slices).isEqualTo(copy));
    }
  }

  private void witness(byte[] array) {
    int checksum = Arrays.hashCode(array);
    witnesses.add(() -> assertThat(Arrays.hashCode(array)).isEqualTo(checksum));
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  private interface Witness {
    void check();
  }
}
