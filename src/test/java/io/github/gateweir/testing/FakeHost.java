package io.github.gateweir.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * An HTTP server on the loopback address whose answers the test decides, and that remembers what it
 * was asked.
 */
public final class FakeHost implements AutoCloseable {

  /**
   * What was asked.
   *
   * @param target the path with the query
   * @param headers the first value of each header, by its name in any case
   */
  public record Asked(String method, String target, Map<String, String> headers, byte[] body) {}

  /**
   * What to answer.
   *
   * @param length what the header {@code Content-Length} says, more than there is for an answer
   *     that is cut off; negative for never answering at all
   */
  public record Reply(int status, Map<String, String> headers, byte[] body, long length) {

    public static Reply json(int status, String body) {
      return of(status, "application/json", body);
    }

    public static Reply of(int status, String contentType, String body) {
      return of(status, Map.of("Content-Type", contentType), body.getBytes(UTF_8));
    }

    public static Reply of(int status, Map<String, String> headers, byte[] body) {
      return new Reply(status, headers, body, body.length);
    }

    public static Reply never() {
      return new Reply(0, Map.of(), new byte[0], -1);
    }
  }

  private final HttpServer server;
  private final String scheme;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** A host without TLS that answers so. */
  public FakeHost(Function<Asked, Reply> answers) throws IOException {
    this(HttpServer.create(), "http", answers);
  }

  private FakeHost(HttpServer server, String scheme, Function<Asked, Reply> answers)
      throws IOException {
    this.server = server;
    this.scheme = scheme;
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(exchange, answers));
    server.setExecutor(threads);
    server.start();
  }

  /** A host with TLS. */
  public static FakeHost withTls(SSLContext tls, Function<Asked, Reply> answers)
      throws IOException {
    HttpsServer server = HttpsServer.create();
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    return new FakeHost(server, "https", answers);
  }

  /** Its URL by IP address. */
  public URI uri() {
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What it was asked so far. */
  public List<Asked> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange, Function<Asked, Reply> answers) throws IOException {
    Asked request = read(exchange);
    asked.add(request);
    Reply reply = answers.apply(request);
    if (reply.length() < 0) {
      awaitClose();
      return;
    }
    reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.sendResponseHeaders(reply.status(), reply.length() == 0 ? -1 : reply.length());
    exchange.getResponseBody().write(reply.body());
    exchange.close();
  }

  private static Asked read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    return new Asked(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        headers,
        exchange.getRequestBody().readAllBytes());
  }

  private void awaitClose() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
