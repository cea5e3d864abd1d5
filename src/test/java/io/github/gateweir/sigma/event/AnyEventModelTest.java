package io.github.gateweir.sigma.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnyEventModelTest {

  private static final String WINDOWS_EVENT =
      """
      {"Event": {
        "#attributes": {"xmlns": "urn:events"},
        "System": {
          "Provider": {"#attributes": {"Name": "Brewery", "Guid": "B1"}},
          "EventID": 4711,
          "Correlation": null},
        "EventData": {
          "CommandLine": "brew --fast",
          "Threat Name": "Stale yeast",
          "Items": [{"Hop": "Saaz"}, {"Hop": "Tettnanger"}]}}}
      """;

  @Test
  void findsAFieldBelowWhateverWrapsIt() throws Exception {
    assertThat(read("CommandLine", WINDOWS_EVENT)).isEqualTo("brew --fast");
    assertThat(read("EventID", WINDOWS_EVENT)).isEqualTo(4711L);
    assertThat(read("System.EventID", WINDOWS_EVENT)).isEqualTo(4711L);
    assertThat(read("Event.System.EventID", WINDOWS_EVENT)).isEqualTo(4711L);
  }

  @Test
  void findsAnAttributeOfAnElement() throws Exception {
    assertThat(read("Provider_Name", WINDOWS_EVENT)).isEqualTo("Brewery");
    assertThat(read("Provider_Taste", WINDOWS_EVENT)).isSameAs(EventField.ABSENT);
  }

  @Test
  void spacesInNamesDoNotCount() throws Exception {
    assertThat(read("ThreatName", WINDOWS_EVENT)).isEqualTo("Stale yeast");
    assertThat(read("Threat Name", WINDOWS_EVENT)).isEqualTo("Stale yeast");
  }

  @Test
  void readsAllElementsOfAnArrayOfObjects() throws Exception {
    assertThat(read("Items.Hop", WINDOWS_EVENT)).isEqualTo(List.of("Saaz", "Tettnanger"));
  }

  @Test
  void theFieldAtTheTopAndThenTheShallowestCounts() throws Exception {
    String event = "{\"a\": {\"b\": {\"User\": \"deep\"}}, \"c\": {\"User\": \"shallow\"}%s}";
    assertThat(read("User", event.formatted(""))).isEqualTo("shallow");
    assertThat(read("User", event.formatted(", \"User\": \"top\""))).isEqualTo("top");
  }

  @Test
  void aNullIsAValueAndAFieldThatIsNowhereIsAbsent() throws Exception {
    assertThat(read("Correlation", WINDOWS_EVENT)).isNull();
    assertThat(read("ParentImage", WINDOWS_EVENT)).isSameAs(EventField.ABSENT);
    assertThat(read("commandline", WINDOWS_EVENT)).isSameAs(EventField.ABSENT);
  }

  private static @Nullable Object read(String field, String event) throws JsonProcessingException {
    return new AnyEventModel().field(field).read(JsonModel.reader().readTree(event));
  }
}
