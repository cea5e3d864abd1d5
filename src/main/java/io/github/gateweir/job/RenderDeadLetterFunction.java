package io.github.gateweir.job;

import io.github.gateweir.ecs.DeadLetterJsonWriter;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.sink.Document;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Renders every dead letter as its document, cut to what the sink takes. */
final class RenderDeadLetterFunction extends RichMapFunction<DeadLetter, Document> {

  private static final long serialVersionUID = 1L;

  private final int maxBytes;
  private transient DeadLetterJsonWriter writer;

  RenderDeadLetterFunction(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public void open(OpenContext context) {
    writer = new DeadLetterJsonWriter(maxBytes);
  }

  @Override
  public Document map(DeadLetter letter) {
    return new Document(letter.id(), null, writer.write(letter), letter.place());
  }
}
