package io.github.gateweir.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Map;

/**
 * What {@link HttpFaults} writes to a connection after a request.
 *
 * @param bytes head and body, right or wrong
 * @param more whether the connection stays open for another request
 */
public record HttpReply(byte[] bytes, boolean more) {
  /** The end of the connection, without an answer. */
  public static final HttpReply NONE = new HttpReply(new byte[0], false);

  /** An answer as HTTP wants it. */
  public static HttpReply of(
      int status, String contentType, Map<String, String> headers, String body) {
    byte[] content = body.getBytes(UTF_8);
    return new HttpReply(bytes(status, contentType, headers, content, content.length), true);
  }

  /** An answer that says to be twice as long as it is. */
  static HttpReply half(int status, String contentType, String body) {
    byte[] content = body.getBytes(UTF_8);
    return new HttpReply(bytes(status, contentType, Map.of(), content, 2 * content.length), false);
  }

  /** The same answer, and then the end of the connection. */
  HttpReply last() {
    return new HttpReply(bytes, false);
  }

  private static byte[] bytes(
      int status, String contentType, Map<String, String> headers, byte[] content, int length) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Said by the test\r\n");
    head.append("Content-Type: ").append(contentType).append("\r\n");
    head.append("Content-Length: ").append(length).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
    bytes.writeBytes(content);
    return bytes.toByteArray();
  }
}
