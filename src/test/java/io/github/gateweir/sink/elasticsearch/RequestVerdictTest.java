package io.github.gateweir.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestVerdictTest {

  @ParameterizedTest
  @CsvSource({
    "200, ITEMS",
    "201, END",
    "204, END",
    "300, END",
    "301, END",
    "302, RETRY",
    "303, RETRY",
    "304, END",
    "307, RETRY",
    "308, END",
    "400, SPLIT",
    "401, END",
    "403, END",
    "404, END",
    "405, END",
    "406, END",
    "408, RETRY",
    "413, SPLIT",
    "415, END",
    "425, RETRY",
    "429, RETRY",
    "499, END",
    "500, RETRY",
    "502, RETRY",
    "503, RETRY",
    "504, RETRY",
    "599, RETRY",
  })
  void theStatusDecides(int status, RequestVerdict verdict) {
    assertThat(RequestVerdict.of(Answers.json(status, "{}"))).isEqualTo(verdict);
  }

  @Test
  void aBadRequestThatIsNoAnswerOfElasticsearchIsNotTheFaultOfADocument() {
    assertThat(RequestVerdict.of(Answers.page(400))).isEqualTo(RequestVerdict.END);
    assertThat(RequestVerdict.of(Answers.of(400, null, null, ""))).isEqualTo(RequestVerdict.END);
    assertThat(RequestVerdict.of(Answers.error(400, "parse_exception", "no")))
        .isEqualTo(RequestVerdict.SPLIT);
  }

  @Test
  void aProxyMayFindARequestTooLarge() {
    assertThat(RequestVerdict.of(Answers.page(413))).isEqualTo(RequestVerdict.SPLIT);
  }

  @Test
  void aBlockOfTheClusterPasses() {
    assertThat(RequestVerdict.of(Answers.error(403, "cluster_block_exception", "read-only")))
        .isEqualTo(RequestVerdict.RETRY);
    assertThat(RequestVerdict.of(Answers.error(403, "security_exception", "no")))
        .isEqualTo(RequestVerdict.END);
  }
}
