package io.github.gateweir.sink.elasticsearch;

import io.github.gateweir.config.ElasticsearchSettings;
import io.github.gateweir.config.SinkStream;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.sink.Document;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.ChainingStrategy;
import org.apache.flink.streaming.api.operators.OneInputStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;

/** Makes the operator of a subtask. */
final class WriteBulkOperatorFactory extends AbstractStreamOperatorFactory<DeadLetter>
    implements OneInputStreamOperatorFactory<Document, DeadLetter> {

  private static final long serialVersionUID = 1L;

  private final SinkStream stream;
  private final ElasticsearchSettings settings;
  private final BulkChannel.Factory channels;

  WriteBulkOperatorFactory(
      SinkStream stream, ElasticsearchSettings settings, BulkChannel.Factory channels) {
    this.stream = stream;
    this.settings = settings;
    this.channels = channels;
    chainingStrategy = ChainingStrategy.ALWAYS;
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T extends StreamOperator<DeadLetter>> T createStreamOperator(
      StreamOperatorParameters<DeadLetter> parameters) {
    return (T) new WriteBulkOperator(parameters, stream, settings, channels);
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader classLoader) {
    return WriteBulkOperator.class;
  }
}
