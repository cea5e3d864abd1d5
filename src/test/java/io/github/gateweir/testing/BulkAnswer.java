package io.github.gateweir.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The answer to a bulk request as a server gives it: 200, and what became of each item.
 *
 * @param judge one verdict for each item, in their order
 */
record BulkAnswer(Function<List<BulkItem>, List<BulkVerdict>> judge) implements HttpAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public HttpReply reply(ReceivedRequest request) {
    if (!request.path().split("\\?", 2)[0].endsWith("/_bulk")) {
      return json(404, "{\"error\": \"only bulk requests are answered here\"}");
    }
    List<BulkItem> items = BulkItem.read(request);
    List<BulkVerdict> verdicts = judge.apply(items);
    if (verdicts.size() != items.size()) {
      throw new IllegalStateException(
          verdicts.size() + " verdicts for the " + items.size() + " items of a bulk request");
    }
    return json(200, body(items, verdicts).toString());
  }

  private static HttpReply json(int status, String body) {
    return HttpReply.of(status, "application/json", Map.of(), body);
  }

  private static ObjectNode body(List<BulkItem> items, List<BulkVerdict> verdicts) {
    ObjectNode body = JSON.createObjectNode().put("took", 1);
    body.put("errors", verdicts.stream().anyMatch(BulkVerdict::isError));
    ArrayNode outcomes = body.putArray("items");
    for (int i = 0; i < items.size(); i++) {
      BulkItem item = items.get(i);
      describe(item, verdicts.get(i), outcomes.addObject().putObject(item.action()));
    }
    return body;
  }

  private static void describe(BulkItem item, BulkVerdict verdict, ObjectNode outcome) {
    outcome.put("_index", item.index()).put("_id", item.id()).put("status", verdict.status());
    if (verdict.isError()) {
      outcome.putObject("error").put("type", verdict.type()).put("reason", verdict.reason());
    } else {
      outcome.put("_version", 1).put("result", "created");
    }
  }
}
