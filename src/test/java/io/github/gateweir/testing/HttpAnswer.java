package io.github.gateweir.testing;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How {@link HttpFaults} answers a request. */
@FunctionalInterface
public interface HttpAnswer {
  /**
   * What to write to the connection; may take its time, and is interrupted when the server ends.
   * What it throws reaches the test when that closes the server.
   */
  HttpReply reply(ReceivedRequest request) throws InterruptedException;

  /** A status with a JSON body. */
  static HttpAnswer json(int status, String body) {
    return json(status, Map.of(), body);
  }

  /** A status with headers of its own, beside those for the JSON body. */
  static HttpAnswer json(int status, Map<String, String> headers, String body) {
    return request -> HttpReply.of(status, "application/json", headers, body);
  }

  /** A page for people, such as a proxy in between shows. */
  static HttpAnswer html(int status, String page) {
    return request -> HttpReply.of(status, "text/html", Map.of(), page);
  }

  /** A redirect, such as 307, to a URL. */
  static HttpAnswer redirect(int status, String location) {
    return request -> HttpReply.of(status, "text/plain", Map.of("Location", location), "");
  }

  /** The head of an answer and half of what it announces, then the end of the connection. */
  static HttpAnswer half(int status, String body) {
    return request -> HttpReply.half(status, "application/json", body);
  }

  /** The end of the connection, without an answer. */
  static HttpAnswer disconnect() {
    return request -> HttpReply.NONE;
  }

  /** Nothing until the test releases it, then another answer. */
  static HeldAnswer held(HttpAnswer then) {
    return new HeldAnswer(then);
  }

  /** Whatever is in a bulk request was written. */
  static HttpAnswer bulk() {
    return bulk(items -> items.stream().map(item -> BulkVerdict.CREATED).toList());
  }

  /**
   * One verdict for each item of a bulk request, in the order of the items; 404 to any other
   * request.
   */
  static HttpAnswer bulk(Function<List<BulkItem>, List<BulkVerdict>> judge) {
    return new BulkAnswer(judge);
  }
}
