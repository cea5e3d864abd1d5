package io.github.gateweir.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.junit.jupiter.api.Test;

/** flink-conf/config.yaml. */
class FlinkConfTest {

  private static final Configuration CONF = GlobalConfiguration.loadConfiguration("flink-conf");

  @Test
  void hasOnlyKeysAndValuesThatFlinkKnows() {
    Map<String, String> values = CONF.toMap();

    assertThat(values.keySet()).hasSizeGreaterThan(20).allMatch(FlinkKeys::knows);
    values.forEach(
        (key, value) ->
            assertThatCode(() -> FlinkKeys.read(key, value)).as(key).doesNotThrowAnyException());
  }

  @Test
  void keepsCheckpointsAndRestarts() {
    assertThat(CONF.get(CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION))
        .isEqualTo(ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    assertThat(CONF.get(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER)).isEqualTo(1000);
    assertThat(CONF.get(CheckpointingOptions.INCREMENTAL_CHECKPOINTS)).isTrue();
    assertThat(CONF.get(CheckpointingOptions.ENABLE_UNALIGNED)).isFalse();
    assertThat(CONF.get(CheckpointingOptions.ENABLE_CHECKPOINTS_AFTER_TASKS_FINISH)).isTrue();
    assertThat(CONF.get(StateBackendOptions.STATE_BACKEND)).isEqualTo("rocksdb");
    assertThat(CONF.get(RestartStrategyOptions.RESTART_STRATEGY)).isEqualTo("exponential-delay");
  }

  @Test
  void takesFlinkAtItsWordAboutTypesObjectsAndParallelism() {
    assertThat(CONF.get(PipelineOptions.OBJECT_REUSE)).isTrue();
    assertThat(CONF.get(PipelineOptions.GENERIC_TYPES)).isFalse();
    assertThat(CONF.get(PipelineOptions.MAX_PARALLELISM)).isEqualTo(128);
    assertThat(CONF.contains(CoreOptions.DEFAULT_PARALLELISM)).isFalse();
  }

  @Test
  void endsACheckpointBeforeKafkaEndsItsTransaction() {
    Duration transaction = KafkaSinkOptions.TRANSACTION_TIMEOUT.defaultValue();

    assertThat(CONF.get(CheckpointingOptions.CHECKPOINTING_TIMEOUT)).isLessThan(transaction);
  }

  @Test
  void tellsEveryKeyOfFlinksFromOneOfGateweirs() {
    assertThat(FlinkKeys.all()).hasSizeGreaterThan(300).filteredOn(key -> !isFlinks(key)).isEmpty();
    assertThat(Keys.isFlinks("gateweir.profile")).isFalse();
  }

  /** Besides the options of reporters, which only stand below a longer key. */
  private static boolean isFlinks(String key) {
    return Keys.isFlinks(key) || key.matches("factory\\.class|filter\\..*|interval|scope\\..*|<.*");
  }
}
