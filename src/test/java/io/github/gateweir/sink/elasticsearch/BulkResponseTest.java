package io.github.gateweir.sink.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BulkResponseTest {

  private static final String UNFILTERED =
      """
      {"took":7,"errors":true,"ingest_took":0,"items":[
        {"create":{"_index":".ds-logs-2026.01.01-000001","_id":"01","_version":1,
          "result":"created","_shards":{"total":2,"successful":1,"failed":0},
          "_seq_no":0,"_primary_term":1,"status":201}},
        {"create":{"_index":".ds-logs-2026.01.01-000001","_id":"02","status":409,
          "error":{"type":"version_conflict_engine_exception",
            "reason":"[02]: version conflict, document already exists","index_uuid":"u",
            "shard":"0","index":".ds-logs-2026.01.01-000001"}}}
      ]}
      """;

  @Test
  void readsAFilteredAnswerOfWhichAllDocumentsWereWritten() throws Exception {
    assertThat(read("{\"items\":[{\"create\":{\"status\":201}},{\"create\":{\"status\":200}}]}", 2))
        .containsExactly(new ItemResult(201, null, null), new ItemResult(200, null, null));
  }

  @Test
  void readsAWholeAnswer() throws Exception {
    assertThat(read(UNFILTERED, 2))
        .containsExactly(
            new ItemResult(201, null, null),
            new ItemResult(
                409,
                "version_conflict_engine_exception",
                "[02]: version conflict, document already exists"));
  }

  @Test
  void readsMembersInAnyOrder() throws Exception {
    assertThat(
            read(
                "{\"items\":[{\"create\":{\"error\":{\"reason\":\"r\",\"type\":\"t\"},"
                    + "\"status\":400}}],\"errors\":true,\"took\":1}",
                1))
        .containsExactly(new ItemResult(400, "t", "r"));
  }

  @Test
  void joinsTheReasonsOfTheCauses() throws Exception {
    assertThat(
            read(
                "{\"items\":[{\"create\":{\"status\":400,\"error\":{\"type\":\"t\",\"reason\":\"a\","
                    + "\"caused_by\":{\"reason\":\"b\",\"caused_by\":{\"reason\":\"c\"}}}}}]}",
                1))
        .containsExactly(new ItemResult(400, "t", "a (b (c))"));
  }

  @Test
  void takesTheReasonOfTheCauseWhenThereIsNoOther() throws Exception {
    assertThat(
            read(
                "{\"items\":[{\"create\":{\"status\":400,\"error\":{\"type\":\"t\",\"reason\":null,"
                    + "\"caused_by\":{\"reason\":\"b\"}}}}]}",
                1))
        .containsExactly(new ItemResult(400, "t", "b"));
  }

  @Test
  void anErrorThatIsNotAnObjectLeavesTheStatus() throws Exception {
    assertThat(read("{\"items\":[{\"create\":{\"status\":503,\"error\":\"busy\"}}]}", 1))
        .containsExactly(new ItemResult(503, null, null));
  }

  @Test
  void keepsTheReasonAsItIsWritten() throws Exception {
    assertThat(
            read(
                "{\"items\":[{\"create\":{\"status\":400,\"error\":{\"type\":\"t\","
                    + "\"reason\":\"field [\\\"ü\\\"] \\u00fc\\n😀\"}}}]}",
                1))
        .containsExactly(new ItemResult(400, "t", "field [\"ü\"] ü\n😀"));
  }

  @Test
  void refusesEveryBeginningOfAnAnswer() {
    String whole = UNFILTERED.strip();
    for (int length = 0; length < whole.length(); length++) {
      String beginning = whole.substring(0, length);
      assertThatExceptionOfType(IOException.class)
          .as(beginning)
          .isThrownBy(() -> read(beginning, 2))
          .withMessageStartingWith("the answer");
    }
  }

  @Test
  void saysHowManyResultsAreMissingOrTooMany() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(UNFILTERED, 3))
        .withMessage("the answer has results for 2 of 3 documents");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(UNFILTERED, 1))
        .withMessage("the answer has results for 2 of 1 documents");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read("{}", 1))
        .withMessage("the answer has results for 0 of 1 documents");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"items\"",
        "<html><body>Down for maintenance</body></html>",
        "OK",
        "{\"items\":null}",
        "{\"items\":{}}",
        "{\"items\":[null]}",
        "{\"items\":[[]]}",
        "{\"items\":[{}]}",
        "{\"items\":[{\"create\":null}]}",
        "{\"items\":[{\"create\":{}}]}",
        "{\"items\":[{\"create\":{\"status\":\"201\"}}]}",
        "{\"items\":[{\"create\":{\"status\":99999999999}}]}",
        "{\"items\":[{\"create\":{\"status\":201},\"index\":{\"status\":201}}]}",
        "{\"items\":[{\"create\":{\"status\":201}},null]}",
        "{\"items\":[{\"create\":{\"status\":400,\"error\":{\"type\":{\"a\":1}}}}]}",
        "{\"error\":{\"type\":\"t\",\"reason\":\"r\"},\"status\":500}",
      })
  void refusesWhatIsNoAnswerToABulkRequest(String text) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(text, 1))
        .withMessageContaining("the answer")
        .withMessageNotContainingAny("<", "html");
  }

  private static List<ItemResult> read(String json, int documents) throws IOException {
    return BulkResponse.read(json.getBytes(UTF_8), documents);
  }
}
