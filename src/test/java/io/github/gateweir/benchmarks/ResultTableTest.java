package io.github.gateweir.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ResultTableTest {

  private static final String RUN =
      """
      [{"benchmark":"x.MappingBenchmark.jacksonTree","params":{"corpus":"generated"},
        "primaryMetric":{"score":9000.4,"scoreError":100.6}},
       {"benchmark":"x.MappingBenchmark.sekoia","params":{"corpus":"generated"},
        "primaryMetric":{"score":1500,"scoreError":20}},
       {"benchmark":"x.MappingBenchmark.sekoia","params":{"corpus":"reference"},
        "primaryMetric":{"score":700,"scoreError":7}}]
      """;

  @Test
  void setsEveryBenchmarkAgainstTheBaselineOnTheSameCorpus() throws JsonProcessingException {
    assertThat(ResultTable.ratios(json(RUN)))
        .isEqualTo(
            """
            | benchmark | corpus | ns per line | times as fast as jacksonTree |
            |---|---|---:|---:|
            | jacksonTree | generated | 9,000 ± 101 | 1.00 |
            | sekoia | generated | 1,500 ± 20 | 6.00 |
            | sekoia | reference | 700 ± 7 |  |
            """);
  }

  @Test
  void setsTheLaterRunAgainstTheEarlierOne() throws JsonProcessingException {
    String earlier =
        """
        [{"benchmark":"x.MappingBenchmark.sekoia","params":{"corpus":"generated"},
          "primaryMetric":{"score":2250,"scoreError":30}}]
        """;
    assertThat(ResultTable.changes(json(earlier), json(RUN)))
        .isEqualTo(
            """
            | benchmark | corpus | ns per line before | after | times as fast |
            |---|---|---:|---:|---:|
            | jacksonTree | generated |  | 9,000 ± 101 |  |
            | sekoia | generated | 2,250 ± 30 | 1,500 ± 20 | 1.50 |
            | sekoia | reference |  | 700 ± 7 |  |
            """);
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }
}
