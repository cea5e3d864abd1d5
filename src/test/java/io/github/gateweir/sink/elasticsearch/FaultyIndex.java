package io.github.gateweir.sink.elasticsearch;

import io.github.gateweir.elasticsearch.Answer;
import io.github.gateweir.sink.elasticsearch.ScriptedChannel.Request;
import java.io.EOFException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** An index that knows its documents, refuses poison, and is in all kinds of trouble. */
final class FaultyIndex {

  private final Random random;
  private final int poison;
  private final Set<String> documents = new HashSet<>();

  /**
   * An empty index.
   *
   * @param poison every document whose number is a multiple of it is refused
   */
  FaultyIndex(Random random, int poison) {
    this.random = random;
    this.poison = poison;
  }

  Set<String> documents() {
    return documents;
  }

  /** Answers one of the open requests, or lets time pass. */
  void serve(BulkHarness harness) throws Exception {
    List<Request> open = harness.channel().open();
    if (open.isEmpty() || random.nextInt(4) == 0) {
      harness.advance(random.nextInt(3_000));
    } else {
      answer(open.get(random.nextInt(open.size())));
    }
  }

  /** Some of the requests arrive whose answers nobody hears any more. */
  void crash(BulkHarness harness) {
    harness.channel().open().stream().filter(request -> random.nextBoolean()).forEach(this::take);
  }

  private void answer(Request request) {
    switch (random.nextInt(10)) {
      case 0 -> request.answer(Answers.page(503));
      case 1 -> request.fail(new IOException("connection refused"));
      case 2 -> {
        take(request);
        request.fail(new EOFException("connection reset"));
      }
      case 3 -> request.answer(Answers.json(200, half(take(request))));
      case 4 -> request.answer(request.ids().size() > 1 ? Answers.page(413) : take(request));
      default -> request.answer(take(request));
    }
  }

  private static String half(Answer answer) {
    return answer.text().substring(0, answer.text().length() / 2);
  }

  private Answer take(Request request) {
    return Answers.items(request.ids().stream().map(this::take).toList());
  }

  private String take(String id) {
    if (Long.parseLong(id, 16) % poison == 0) {
      return Answers.REFUSED;
    }
    if (random.nextInt(10) == 0) {
      return Answers.REJECTED;
    }
    return documents.add(id) ? Answers.WRITTEN : Answers.CONFLICT;
  }
}
