package io.github.gateweir.sink.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.gateweir.elasticsearch.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A channel that keeps the requests until the test answers them. */
final class ScriptedChannel implements BulkChannel {

  private static final Pattern ID = Pattern.compile("\\{\"create\":\\{\"_id\":\"([0-9a-f]+)\"}}");

  private final List<Request> requests = new ArrayList<>();
  private boolean closed;

  @Override
  public synchronized void send(byte[] body, Outcome outcome) {
    requests.add(new Request(body, outcome));
    notifyAll();
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** All requests so far, the answered ones too. */
  synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  /** The requests that were not answered yet, the oldest first. */
  List<Request> open() {
    return requests().stream().filter(request -> !request.answered).toList();
  }

  /** The oldest request that was not answered yet. */
  Request next() {
    return open().get(0);
  }

  /** The ids of each of the requests so far. */
  List<List<String>> ids() {
    return requests().stream().map(Request::ids).toList();
  }

  /** Waits on another thread for the next request that is not answered. */
  synchronized Request awaitNext() throws InterruptedException {
    while (open().isEmpty()) {
      wait();
    }
    return next();
  }

  /** A request, which is answered once. */
  static final class Request {
    private final byte[] body;
    private final Outcome outcome;
    private volatile boolean answered;

    private Request(byte[] body, Outcome outcome) {
      this.body = body;
      this.outcome = outcome;
    }

    byte[] body() {
      return Arrays.copyOf(body, body.length);
    }

    List<String> ids() {
      return ID.matcher(new String(body, UTF_8))
          .results()
          .map((MatchResult result) -> result.group(1))
          .toList();
    }

    void answer(Answer answer) {
      once();
      outcome.answered(answer);
    }

    /** Every document is there now. */
    void written() {
      answer(Answers.all(Answers.WRITTEN, ids().size()));
    }

    void fail(IOException failure) {
      once();
      outcome.failed(failure);
    }

    private void once() {
      if (answered) {
        throw new IllegalStateException("The request was answered before.");
      }
      answered = true;
    }
  }
}
