package io.github.gateweir.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * A request as {@link HttpFaults} has read it.
 *
 * @param path with the query, if there is one
 * @param headers by name in any case; of one that comes twice the last
 * @param body decompressed
 */
public record ReceivedRequest(
    String method, String path, Map<String, String> headers, String body) {

  /**
   * Reads a request, none if the other side has ended the connection before its first byte.
   *
   * @param in a stream that can be reset
   */
  static Optional<ReceivedRequest> read(InputStream in) throws IOException {
    in.mark(1);
    if (in.read() < 0) {
      return Optional.empty();
    }
    in.reset();
    String first = line(in);
    String[] words = first.split(" ", -1);
    if (words.length != 3 || !words[2].equals("HTTP/1.1")) {
      throw new IllegalArgumentException("\"" + first + "\" does not begin an HTTP/1.1 request");
    }
    Map<String, String> headers = headers(in);
    return Optional.of(new ReceivedRequest(words[0], words[1], headers, body(in, headers)));
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] parts = line.split(":", 2);
      headers.put(parts[0], parts[1].strip());
    }
    return Collections.unmodifiableMap(headers);
  }

  private static String body(InputStream in, Map<String, String> headers) throws IOException {
    byte[] sent =
        headers.getOrDefault("Transfer-Encoding", "").equalsIgnoreCase("chunked")
            ? chunks(in)
            : exactly(in, Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
    boolean compressed = headers.getOrDefault("Content-Encoding", "").equalsIgnoreCase("gzip");
    return new String(compressed ? decompress(sent) : sent, UTF_8);
  }

  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int length;
    do {
      // What follows a semicolon is an extension.
      length = Integer.parseInt(line(in).split(";", 2)[0].strip(), 16);
      all.writeBytes(exactly(in, length));
      line(in);
    } while (length > 0);
    return all.toByteArray();
  }

  private static byte[] exactly(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  private static byte[] decompress(byte[] bytes) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("The body is not gzip, as its header says", e);
    }
  }

  /** The bytes up to the next line feed, without the end of the line. */
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new EOFException();
      }
      line.write(read);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }
}
