package io.github.gateweir.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.sink.elasticsearch.ItemResult.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemResultTest {

  @ParameterizedTest
  @CsvSource({
    "200, WRITTEN",
    "201, WRITTEN",
    "299, WRITTEN",
    "400, REFUSED",
    "401, END",
    "403, END",
    "404, REFUSED",
    "408, RETRY",
    "409, CONFLICT",
    "413, REFUSED",
    "429, RETRY",
    "499, REFUSED",
    "500, RETRY",
    "503, RETRY",
    "599, RETRY",
  })
  void theStatusDecides(int status, Verdict verdict) {
    assertThat(new ItemResult(status, null, null).verdict()).isEqualTo(verdict);
    assertThat(new ItemResult(status, "some_exception", "some reason").verdict())
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    "403, security_exception, END",
    "403, cluster_block_exception, RETRY",
    "404, index_not_found_exception, END",
    "429, cluster_block_exception, RETRY",
    "400, cluster_block_exception, REFUSED",
    "400, index_not_found_exception, REFUSED",
  })
  void theKindOfErrorDecidesWhereTheStatusIsNotEnough(int status, String type, Verdict verdict) {
    assertThat(new ItemResult(status, type, null).verdict()).isEqualTo(verdict);
  }

  @Test
  void theErrorIsAPartOfASentence() {
    assertThat(new ItemResult(400, "document_parsing_exception", "failed to parse").error())
        .isEqualTo("400 document_parsing_exception: failed to parse");
    assertThat(new ItemResult(400, "document_parsing_exception", null).error())
        .isEqualTo("400 document_parsing_exception");
    assertThat(new ItemResult(503, null, "busy").error()).isEqualTo("503: busy");
    assertThat(new ItemResult(503, null, null).error()).isEqualTo("503");
  }
}
