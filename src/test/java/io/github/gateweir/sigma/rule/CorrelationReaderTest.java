package io.github.gateweir.sigma.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.sigma.rule.Correlation.Bound;
import io.github.gateweir.sigma.rule.Correlation.Operator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorrelationReaderTest {

  @Test
  void readsEveryPart() {
    Correlation correlation =
        read(
            """
            title: Many
            level: high
            correlation:
              type: value_percentile
              rules: [one, two]
              group-by: [who, source.ip]
              timespan: 15m
              aliases:
                who: {one: user.email, two: User}
              condition: {gt: 1.5, lte: 7, field: network.bytes, percentile: 99.9}
              generate: true
            """);

    assertThat(correlation.type()).isEqualTo(Correlation.Type.VALUE_PERCENTILE);
    assertThat(correlation.rules()).extracting(RuleReference::text).containsExactly("one", "two");
    assertThat(correlation.groupBy()).containsExactly("who", "source.ip");
    assertThat(correlation.timespan()).isEqualTo(Duration.ofMinutes(15));
    assertThat(correlation.aliases())
        .isEqualTo(Map.of("who", Map.of("one", "user.email", "two", "User")));
    assertThat(correlation.condition())
        .isEqualTo(
            new Correlation.Condition(
                List.of(
                    new Bound(Operator.GT, new BigDecimal("1.5")),
                    new Bound(Operator.LTE, new BigDecimal("7"))),
                List.of("network.bytes"),
                new BigDecimal("99.9")));
    assertThat(correlation.generate()).isTrue();
    assertThat(correlation.level()).isEqualTo("high");
  }

  @ParameterizedTest
  @EnumSource(Correlation.Type.class)
  void readsEveryType(Correlation.Type type) {
    String field = type.takesField() ? ", field: a" : "";
    String percentile = type == Correlation.Type.VALUE_PERCENTILE ? ", percentile: 50" : "";
    Correlation correlation =
        read(
            """
            title: A type
            correlation: {type: %s, rules: one, timespan: 1d, condition: {gte: 2%s%s}}
            """
                .formatted(type.label(), field, percentile));

    assertThat(correlation.type()).isEqualTo(type);
    assertThat(correlation.generate()).isFalse();
  }

  @Test
  void temporalCorrelationsNeedNoCondition() {
    assertThat(
            read("title: T\ncorrelation: {type: temporal, rules: [a, b], timespan: 1h}\n")
                .condition())
        .isNull();
  }

  private static Correlation read(String yaml) {
    RuleFile file = SampleRules.read(yaml);
    assertThat(file.problems()).isEmpty();
    return file.correlations().get(0);
  }
}
