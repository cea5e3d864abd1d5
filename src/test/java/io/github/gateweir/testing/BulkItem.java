package io.github.gateweir.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * One action of a bulk request and its document.
 *
 * @param action such as {@code create}
 * @param target what the action says beside its name: {@code _index}, {@code _id} and so on
 * @param document missing with {@code delete}
 */
public record BulkItem(String action, JsonNode target, JsonNode document) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The items of a bulk request, in order; fails if it is not one. */
  public static List<BulkItem> read(ReceivedRequest request) {
    if (!request.body().endsWith("\n")) {
      throw new IllegalArgumentException("The last line of a bulk request is not ended");
    }
    Iterator<String> lines = request.body().lines().iterator();
    List<BulkItem> items = new ArrayList<>();
    while (lines.hasNext()) {
      items.add(next(lines));
    }
    return items;
  }

  /** Where the item goes. */
  public String index() {
    return target.path("_index").asText();
  }

  /** The document's id, empty if the server is to choose it. */
  public String id() {
    return target.path("_id").asText();
  }

  private static BulkItem next(Iterator<String> lines) {
    JsonNode line = json(lines.next());
    if (line.size() != 1) {
      throw new IllegalArgumentException(line + " is no action of a bulk request");
    }
    String action = line.fieldNames().next();
    return new BulkItem(
        action,
        line.path(action),
        action.equals("delete") ? JSON.missingNode() : json(lines.next()));
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A line of a bulk request is not JSON: " + line, e);
    }
  }
}
