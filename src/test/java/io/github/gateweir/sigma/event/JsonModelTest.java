package io.github.gateweir.sigma.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How rules read JSON. */
class JsonModelTest {

  private final JsonModel model = new JsonModel();

  @Test
  void givesEachTypeAsItself() {
    String event =
        "{'s':'x','b':true,'i':7,'d':1.50,'big':99999999999999999999,'o':{'x':1},'n':null,"
            + "'l':[1,'x',null,[true]]}";
    assertThat(read(event, "s")).isEqualTo("x");
    assertThat(read(event, "b")).isEqualTo(true);
    assertThat(read(event, "i")).isEqualTo(7L);
    assertThat((BigDecimal) read(event, "d")).isEqualByComparingTo("1.5");
    assertThat(read(event, "big")).isEqualTo(new BigDecimal("99999999999999999999"));
    assertThat(read(event, "o")).isInstanceOf(Map.class);
    assertThat(read(event, "n")).isNull();
    assertThat(read(event, "l")).isEqualTo(Arrays.asList(1L, "x", null, List.of(true)));
    assertThat(read(event, "absent")).isSameAs(EventField.ABSENT);
  }

  @Test
  void readsExactlyWhatADoubleWouldRound() {
    assertThat(read("{'f':1684444377058000001.25}", "f"))
        .isEqualTo(new BigDecimal("1684444377058000001.25"));
  }

  @Test
  void findsAMemberWhoseNameHasDotsAtAnyLevel() {
    assertThat(read("{'a.b.c':1,'a':{'b':{'c':2}}}", "a.b.c")).isEqualTo(1L);
    assertThat(read("{'a':{'b.c':2,'b':{'c':3}}}", "a.b.c")).isEqualTo(2L);
    assertThat(read("{'a.b':{'c':3}}", "a.b.c")).isEqualTo(3L);
    assertThat(read("{'a':{'b':4}, 'a.b':{}}", "a.b.c")).isSameAs(EventField.ABSENT);
    assertThat(read("{'a':{'x':4}, 'a.b':{'c':5}}", "a.b.c")).isEqualTo(5L);
  }

  @Test
  void readsAnyObjectOfAnArray() {
    assertThat(read("{'a':[{'b':1},{'c':2},3,{'b':[4,5]}]}", "a.b"))
        .isEqualTo(List.of(1L, List.of(4L, 5L)));
    assertThat(read("{'a':[{'b':null}]}", "a.b")).isNull();
    assertThat(read("{'a':[1,2]}", "a.b")).isSameAs(EventField.ABSENT);
  }

  @Test
  void givesEveryStringAndNumberForKeywords() {
    List<String> texts = new ArrayList<>();
    model.forEachText(
        json("{'a':'x','b':{'c':['y',1.50,true,null]},'d':1e2,'e':9223372036854775808}"),
        texts::add);
    assertThat(texts).containsExactly("x", "y", "1.5", "100", "9223372036854775808");
  }

  @Test
  void takesANumberThatIsNoneForNull() {
    JsonNode event = json("{}");
    ((ObjectNode) event).set("f", DoubleNode.valueOf(Double.NaN));
    assertThat(model.field("f").read(event)).isNull();
  }

  @Test
  void readsNothingFromWhatIsNoObject() {
    assertThat(model.field("f").read(json("'text'"))).isSameAs(EventField.ABSENT);
    assertThat(model.field("f").read(json("[]"))).isSameAs(EventField.ABSENT);
  }

  private static JsonNode json(String json) {
    try {
      return JsonModel.reader().readValue(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private @Nullable Object read(String json, String field) {
    return model.field(field).read(json(json));
  }
}
