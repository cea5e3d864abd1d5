package io.github.gateweir.sink.elasticsearch;

import io.github.gateweir.config.ElasticsearchSettings;
import io.github.gateweir.config.SinkStream;
import io.github.gateweir.elasticsearch.Answer;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.job.RunCounts;
import io.github.gateweir.job.RunSummary;
import io.github.gateweir.sink.Document;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Writes documents to a data stream and gives out those that Elasticsearch refuses.
 *
 * <p>Documents are sent in batches, several at once. Whatever is not acknowledged is tried again
 * without end; while all requests are out and a further batch is full, the input waits, so an
 * outage of any length holds the source back and fails nothing. A checkpoint holds the documents
 * that are not acknowledged yet and does not wait for them. After a restart they are sent again
 * with the same ids, and Elasticsearch answers that those are there already.
 *
 * <p>All that is here runs in the task's thread: answers and timers come through its mailbox.
 */
final class WriteBulkOperator extends AbstractStreamOperator<DeadLetter>
    implements OneInputStreamOperator<Document, DeadLetter>, BoundedOneInput {

  private static final long serialVersionUID = 1L;
  private static final String STATE = "unacknowledged";

  private final SinkStream stream;
  private final ElasticsearchSettings settings;
  private final BulkChannel.Factory channels;
  private final transient MailboxExecutor mailbox;
  private final transient BulkBody body;
  private final transient BatchQueue queue;
  private final transient Backoff backoff;
  private final transient Waiting waiting;
  private final transient RunCounts counts = new RunCounts();

  /** The batches that are sent or will be sent again; each takes one of the slots. */
  private final transient Set<Batch> inFlight = Collections.newSetFromMap(new IdentityHashMap<>());

  /** The halves of batches that were too large; they go out before the queue. */
  private final transient Deque<Batch> halves = new ArrayDeque<>();

  private transient ListState<Document> state;
  private transient BulkChannel channel;
  private transient BulkMetrics bulks;
  private transient LongCounter refused;
  private transient ScheduledFuture<?> delay;
  private transient boolean due;

  WriteBulkOperator(
      StreamOperatorParameters<DeadLetter> parameters,
      SinkStream stream,
      ElasticsearchSettings settings,
      BulkChannel.Factory channels) {
    super(parameters);
    this.stream = stream;
    this.settings = settings;
    this.channels = channels;
    mailbox = parameters.getMailboxExecutor();
    body = new BulkBody(stream, settings.namespace());
    queue = new BatchQueue(body, settings.maxBatchDocuments(), settings.maxBatchSize());
    backoff =
        new Backoff(
            settings.firstRetryDelay().toMillis(),
            settings.maxRetryDelay().toMillis(),
            new Random());
    waiting = new Waiting(stream.label());
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    counts.restore(context);
    state =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>(STATE, TypeInformation.of(Document.class)));
    state.get().forEach(queue::add);
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    counts.snapshot();
    List<Document> unacknowledged = new ArrayList<>();
    inFlight.forEach(batch -> unacknowledged.addAll(batch.documents()));
    halves.forEach(batch -> unacknowledged.addAll(batch.documents()));
    unacknowledged.addAll(queue.documents());
    state.update(unacknowledged);
  }

  @Override
  public void open() throws Exception {
    super.open();
    bulks = BulkMetrics.in(getMetricGroup(), () -> waiting.seconds(now()));
    refused = counts.open(getRuntimeContext(), RunSummary.refused(stream));
    channel = channels.open();
    sendWhatIsReady();
    awaitDelay();
  }

  @Override
  public void processElement(StreamRecord<Document> element) throws Exception {
    queue.add(element.getValue());
    while (queue.isFull()) {
      if (!sendWhatIsReady()) {
        mailbox.yield();
      }
    }
    awaitDelay();
  }

  /** At the end everything must be acknowledged, or refused and given out. */
  @Override
  public void endInput() throws Exception {
    due = true;
    while (!inFlight.isEmpty() || isAnyUnsent()) {
      if (!sendWhatIsReady()) {
        mailbox.yield();
      }
    }
  }

  @Override
  public void close() throws Exception {
    if (delay != null) {
      delay.cancel(false);
    }
    if (channel != null) {
      channel.close();
    }
    super.close();
  }

  private long now() {
    return processingTimeService.getCurrentProcessingTime();
  }

  /** Sends the batches that are full, or any when it is time; whether there was one to send. */
  private boolean sendWhatIsReady() {
    boolean sent = false;
    while (isReady() && inFlight.size() < settings.maxInFlight()) {
      send(halves.isEmpty() ? queue.take() : halves.remove());
      sent = true;
    }
    due &= !queue.isEmpty();
    return sent;
  }

  private boolean isReady() {
    return !halves.isEmpty() || queue.isFull() || (due && !queue.isEmpty());
  }

  private boolean isAnyUnsent() {
    return !halves.isEmpty() || !queue.isEmpty();
  }

  /** Lets no document wait for others longer than the settings say. */
  private void awaitDelay() {
    if (delay == null && !due && !queue.isEmpty()) {
      delay =
          processingTimeService.registerTimer(
              now() + settings.maxBatchDelay().toMillis(), time -> onDelay());
    }
  }

  private void onDelay() {
    delay = null;
    due = true;
    sendWhatIsReady();
  }

  private void send(Batch batch) {
    inFlight.add(batch);
    long start = now();
    waiting.sent(start);
    bulks.bulkRequests().inc();
    channel.send(
        body.of(batch.documents()),
        new BulkChannel.Outcome() {
          @Override
          public void answered(Answer answer) {
            inMailbox(() -> onAnswer(batch, answer, start));
          }

          @Override
          public void failed(IOException failure) {
            inMailbox(() -> retry(batch, batch.documents(), failure.getMessage()));
          }
        });
  }

  private void inMailbox(ThrowingStep step) {
    try {
      mailbox.execute(step::run, "answer to a bulk request of %s", stream);
    } catch (RejectedExecutionException e) {
      LOG.debug("An answer came after the end of the task, which keeps its documents.", e);
    }
  }

  private void onAnswer(Batch batch, Answer answer, long start) throws IOException {
    bulks.bulkLatency().update(now() - start);
    switch (RequestVerdict.of(answer)) {
      case ITEMS -> onItems(batch, answer);
      case RETRY -> retry(batch, batch.documents(), Complaints.shown(answer));
      case SPLIT -> split(batch, answer);
      case END -> throw ending(Complaints.ending(answer));
    }
  }

  private void onItems(Batch batch, Answer answer) throws IOException {
    List<ItemResult> results;
    try {
      results = BulkResponse.read(answer.body(), batch.documents().size());
    } catch (IOException e) {
      retry(batch, batch.documents(), e.getMessage());
      return;
    }
    List<Document> again = new ArrayList<>();
    String why = "";
    for (int i = 0; i < results.size(); i++) {
      ItemResult result = results.get(i);
      if (!settle(batch.documents().get(i), result)) {
        again.add(batch.documents().get(i));
        why = result.error();
      }
    }
    if (again.size() < results.size()) {
      waiting.acknowledged(now(), inFlight.size() > 1 || !again.isEmpty() || isAnyUnsent());
    }
    if (again.isEmpty()) {
      release(batch);
    } else {
      retry(batch, again, why);
    }
  }

  /** Whether nothing more is to be done for the document. */
  private boolean settle(Document document, ItemResult result) {
    switch (result.verdict()) {
      case WRITTEN -> bulks.documentsWritten().inc();
      case CONFLICT -> bulks.conflicts().inc();
      case REFUSED -> refuse(document, result.error());
      case RETRY -> {
        return false;
      }
      case END -> throw ending(Complaints.ending(result));
    }
    return true;
  }

  private void refuse(Document document, String error) {
    bulks.rejected().inc();
    if (stream == SinkStream.DEAD_LETTERS) {
      throw ending(Complaints.lastRefusal(error));
    }
    refused.add(1);
    output.collect(
        new StreamRecord<>(
            RefusedDocument.deadLetter(document, error, System.currentTimeMillis())));
  }

  private void split(Batch batch, Answer answer) {
    if (batch.isSingle()) {
      refuse(batch.documents().get(0), Complaints.shown(answer));
      waiting.acknowledged(now(), inFlight.size() > 1 || isAnyUnsent());
    } else {
      halves.addFirst(batch.secondHalf());
      halves.addFirst(batch.firstHalf());
    }
    release(batch);
  }

  private void retry(Batch batch, List<Document> documents, String why) {
    waiting.failed(now(), why);
    bulks.retries().inc(documents.size());
    Batch again = batch.again(documents);
    inFlight.remove(batch);
    inFlight.add(again);
    Future<?> unused =
        processingTimeService.registerTimer(
            now() + backoff.millis(again.failures()), time -> send(again));
  }

  private void release(Batch batch) {
    inFlight.remove(batch);
    sendWhatIsReady();
  }

  /** Nothing that a restart could repair, so there is none. */
  private static SuppressRestartsException ending(String sentence) {
    return new SuppressRestartsException(new BulkRefusedException(sentence));
  }

  @FunctionalInterface
  private interface ThrowingStep {
    void run() throws Exception;
  }
}
