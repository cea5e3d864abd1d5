package io.github.gateweir.sink.elasticsearch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.gateway.DeadLetterCode;
import io.github.gateweir.sink.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Makes dead letters of the documents that Elasticsearch refused. */
final class RefusedDocument {

  private static final JsonFactory JSON = new JsonFactory();

  private RefusedDocument() {}

  /**
   * The dead letter of an event's document. It holds the record as it was read, so that it can be
   * replayed.
   *
   * @param error what Elasticsearch said
   * @param now the wall clock, milliseconds since the epoch
   */
  static DeadLetter deadLetter(Document event, String error, long now) {
    byte[] record = record(event.json());
    return new DeadLetter(
        event.place(),
        DeadLetterCode.REFUSED,
        Complaints.refusal(error),
        record,
        record.length,
        now);
  }

  /** The raw record: the {@code message} of the document, which every profile writes. */
  private static byte[] record(byte[] event) {
    try (JsonParser parser = JSON.createParser(event)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean message = parser.currentName().equals("message");
        parser.nextToken();
        if (message) {
          return parser.getText().getBytes(StandardCharsets.UTF_8);
        }
        parser.skipChildren();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("This job rendered a document that is not JSON.", e);
    }
    throw new IllegalStateException("This job rendered an event without message.");
  }
}
