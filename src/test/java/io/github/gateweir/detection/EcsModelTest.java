package io.github.gateweir.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.sigma.event.EventField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How rules read our events. */
@SuppressWarnings("NullAway") // what is missing fails the test
class EcsModelTest {

  private static final String LINE =
      """
      {"Datetime":"2026-11-02T09:28:11Z","SessionID":"s1","DestinationIP":"192.0.2.7",\
      "DestinationPort":443,"SNI":"WWW.Example.com","ApplicationIDs":[7,9],"CategoryIDs":[12],\
      "CategoryNames":["News","Sport"],"FreshText":"new","FreshNumber":12,"FreshPart":1.50,\
      "FreshNull":null,"FreshTruth":true,"FreshList":["a",2],"FreshObject":{"inner":"deep"}}""";

  private final EcsModel model = new EcsModel();
  private final EcsEvent event = new Events().of(LINE);

  @Test
  void readsTextAsItIsMapped() {
    assertThat(read("destination.domain")).isEqualTo("www.example.com");
    assertThat(read("tls.client.server_name")).isEqualTo("WWW.Example.com");
    assertThat(read("destination.ip")).isEqualTo("192.0.2.7");
    assertThat(read("event.dataset")).isEqualTo("gateway_network");
  }

  @Test
  void readsNumbersAsNumbers() {
    assertThat(read("destination.port")).isEqualTo(443L);
    assertThat(read("cloudflare.ApplicationIDs")).isEqualTo(List.of(7L, 9L));
    assertThat(read("cloudflare.CategoryIDs")).isEqualTo(12L);
  }

  @Test
  void readsTruthAsTruth() {
    EcsEvent ahead = new Events().of(LINE.replace("2026-11-02", "2027-11-02"));

    assertThat(field("gateweir.timestamp_suspect").read(ahead)).isEqualTo(true);
    assertThat(read("gateweir.timestamp_suspect")).isSameAs(EventField.ABSENT);
  }

  @Test
  void readsSeveralValuesAsAList() {
    assertThat(read("cloudflare.CategoryNames")).isEqualTo(List.of("News", "Sport"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"source.port", "user.email", "cloudflare.ApplicationNames", "related.user"})
  void findsWhatTheLineLacksAbsent(String name) {
    assertThat(read(name)).isSameAs(EventField.ABSENT);
  }

  @Test
  void readsWhatIsNotMappedFromTheLine() {
    assertThat(read("cloudflare.unmapped.FreshText")).isEqualTo("new");
    assertThat(read("cloudflare.unmapped.FreshNumber")).isEqualTo(12L);
    assertThat(read("cloudflare.unmapped.FreshPart"))
        .isInstanceOfSatisfying(
            BigDecimal.class, part -> assertThat(part).isEqualByComparingTo("1.5"));
    assertThat(read("cloudflare.unmapped.FreshNull")).isNull();
    assertThat(read("cloudflare.unmapped.FreshTruth")).isEqualTo(true);
    assertThat(read("cloudflare.unmapped.FreshList")).isEqualTo(List.of("a", 2L));
    assertThat(read("cloudflare.unmapped.FreshObject")).isInstanceOf(Map.class);
    assertThat(read("cloudflare.unmapped.FreshObject.inner")).isEqualTo("deep");
    assertThat(read("cloudflare.unmapped.Other")).isSameAs(EventField.ABSENT);
  }

  @Test
  void knowsWhatFeedsFillThoughNoEventHasItYet() {
    assertThat(model.has("threat.indicator.type")).isTrue();
    assertThat(EcsModel.isIndicator("threat.indicator.type")).isTrue();
    assertThat(EcsModel.isIndicator("destination.ip")).isFalse();
    assertThat(read("threat.indicator.type")).isSameAs(EventField.ABSENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"destination.domains", "process.name", "DestinationIP", ""})
  void knowsNoOtherFields(String name) {
    assertThat(model.has(name)).isFalse();
    assertThat(model.field(name)).isNull();
  }

  @Test
  void givesTheTextOfAllFieldsButTheMessage() {
    List<String> texts = new ArrayList<>();
    model.forEachText(event, texts::add);

    assertThat(texts).contains("www.example.com", "443", "News", "Sport").doesNotContain(LINE);
  }

  private Object read(String name) {
    return field(name).read(event);
  }

  private EventField<EcsEvent> field(String name) {
    return Objects.requireNonNull(model.field(name));
  }
}
