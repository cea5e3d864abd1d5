package io.github.gateweir.sink.elasticsearch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the answer to a bulk request. */
final class BulkResponse {

  /** What of an answer is asked for and read: as a parameter of the request. */
  static final String FILTER =
      "filter_path=items.*.status,items.*.error.type,items.*.error.reason,"
          + "items.*.error.caused_by.reason,items.*.error.caused_by.caused_by.reason";

  private static final JsonFactory JSON = new JsonFactory();

  private BulkResponse() {}

  /**
   * The results in the order of the documents.
   *
   * @param documents how many there are
   * @throws IOException if this is no whole answer to a bulk request with as many documents
   */
  static List<ItemResult> read(byte[] json, int documents) throws IOException {
    List<ItemResult> results = new ArrayList<>(documents);
    try (JsonParser parser = JSON.createParser(json)) {
      expect(parser.nextToken(), JsonToken.START_OBJECT);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean items = parser.currentName().equals("items");
        if (parser.nextToken() == JsonToken.START_ARRAY && items) {
          readItems(parser, results);
        } else {
          parser.skipChildren();
        }
      }
      expect(parser.currentToken(), JsonToken.END_OBJECT);
    } catch (JsonProcessingException e) {
      throw new IOException("the answer is not the JSON of a bulk response", e);
    }
    if (results.size() != documents) {
      throw new IOException(
          "the answer has results for %d of %d documents".formatted(results.size(), documents));
    }
    return results;
  }

  private static void readItems(JsonParser parser, List<ItemResult> results) throws IOException {
    while (parser.nextToken() == JsonToken.START_OBJECT) {
      expect(parser.nextToken(), JsonToken.FIELD_NAME);
      expect(parser.nextToken(), JsonToken.START_OBJECT);
      results.add(readItem(parser));
      expect(parser.nextToken(), JsonToken.END_OBJECT);
    }
  }

  private static ItemResult readItem(JsonParser parser) throws IOException {
    int status = 0;
    Cause error = new Cause(null, null);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("status") && value == JsonToken.VALUE_NUMBER_INT) {
        status = parser.getIntValue();
      } else if (name.equals("error") && value == JsonToken.START_OBJECT) {
        error = readCause(parser);
      } else {
        parser.skipChildren();
      }
    }
    if (status == 0) {
      throw new IOException("a result in the answer has no status");
    }
    return new ItemResult(status, error.type, error.reason);
  }

  private static Cause readCause(JsonParser parser) throws IOException {
    String type = null;
    String reason = null;
    String causedBy = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("type")) {
        type = parser.getValueAsString();
      } else if (name.equals("reason")) {
        reason = parser.getValueAsString();
      } else if (name.equals("caused_by") && value == JsonToken.START_OBJECT) {
        causedBy = readCause(parser).reason;
      } else {
        parser.skipChildren();
      }
    }
    return new Cause(type, joined(reason, causedBy));
  }

  private static @Nullable String joined(@Nullable String reason, @Nullable String causedBy) {
    if (reason == null || causedBy == null) {
      return reason == null ? causedBy : reason;
    }
    return reason + " (" + causedBy + ")";
  }

  private static void expect(@Nullable JsonToken actual, JsonToken expected) throws IOException {
    if (actual != expected) {
      throw new IOException("the answer is not that of a bulk request");
    }
  }

  private record Cause(@Nullable String type, @Nullable String reason) {}
}
