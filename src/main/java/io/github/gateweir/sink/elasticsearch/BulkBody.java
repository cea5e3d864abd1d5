package io.github.gateweir.sink.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.gateweir.config.SinkStream;
import io.github.gateweir.sink.Document;
import java.util.List;

/**
 * The body of a bulk request that creates documents in a data stream: for each a line with its
 * {@code _id} and a line with the document, which gets the {@code data_stream.*} fields of the
 * stream. The ids are hexadecimal, so nothing in them needs an escape.
 *
 * @see <a href="https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk">Bulk
 *     API</a>
 */
final class BulkBody {

  private static final byte[] ACTION = "{\"create\":{\"_id\":\"".getBytes(UTF_8);
  private static final byte[] END_OF_ACTION = "\"}}\n".getBytes(UTF_8);

  /** What every document begins with in place of its brace. */
  private final byte[] head;

  BulkBody(SinkStream stream, String namespace) {
    head =
        ("{\"data_stream\":{\"type\":\"logs\",\"dataset\":\""
                + stream.dataset()
                + "\",\"namespace\":\""
                + namespace
                + "\"},")
            .getBytes(UTF_8);
  }

  /** How many bytes the document takes in a body. */
  int length(Document document) {
    return ACTION.length
        + document.id().length()
        + END_OF_ACTION.length
        + head.length
        + document.json().length;
  }

  byte[] of(List<Document> documents) {
    int length = 0;
    for (Document document : documents) {
      length += length(document);
    }
    byte[] body = new byte[length];
    int end = 0;
    for (Document document : documents) {
      end = append(document, body, end);
    }
    return body;
  }

  private int append(Document document, byte[] body, int start) {
    byte[] id = document.id().getBytes(UTF_8);
    byte[] json = document.json();
    int end = copy(ACTION, 0, body, start);
    end = copy(id, 0, body, end);
    end = copy(END_OF_ACTION, 0, body, end);
    end = copy(head, 0, body, end);
    end = copy(json, 1, body, end);
    body[end] = '\n';
    return end + 1;
  }

  private static int copy(byte[] from, int start, byte[] to, int end) {
    int length = from.length - start;
    System.arraycopy(from, start, to, end, length);
    return end + length;
  }
}
