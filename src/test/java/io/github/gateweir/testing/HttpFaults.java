package io.github.gateweir.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * An HTTP/1.1 server on a loopback port that plays the faults which a real server does not play
 * when it is told to: it answers one request after another as the test has written down, and from
 * then on as it does by default.
 *
 * <p>Connections stay open from one request to the next unless an answer ends them; requests on
 * different connections are answered at the same time.
 */
public final class HttpFaults implements AutoCloseable {
  private final ServerSocket server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "http-faults");
            thread.setDaemon(true);
            return thread;
          });
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final List<Exception> failures = new CopyOnWriteArrayList<>();
  private final List<ReceivedRequest> requests = new ArrayList<>();
  private final Queue<HttpAnswer> script = new ArrayDeque<>();
  private HttpAnswer otherwise;

  private HttpFaults(HttpAnswer otherwise) throws IOException {
    this.otherwise = otherwise;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /**
   * Starts a server.
   *
   * @param otherwise what it answers when nothing is written down
   */
  public static HttpFaults start(HttpAnswer otherwise) {
    try {
      return new HttpFaults(otherwise);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the server is, such as {@code http://127.0.0.1:40123}. */
  public String url() {
    return "http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
  }

  /** Writes down the answers to the next requests, after those that were written down before. */
  public synchronized HttpFaults next(HttpAnswer... answers) {
    script.addAll(List.of(answers));
    return this;
  }

  /** Sets what is answered from now on when nothing is written down. */
  public synchronized HttpFaults otherwise(HttpAnswer answer) {
    otherwise = answer;
    return this;
  }

  /** All requests so far, in the order in which they were read to their end. */
  public synchronized List<ReceivedRequest> requests() {
    return List.copyOf(requests);
  }

  /**
   * Ends the server and all its connections.
   *
   * @throws IllegalStateException if a request was unreadable or no answer to it could be made: it
   *     was answered with 500 and the test has to know
   */
  @Override
  public void close() {
    try {
      server.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
    if (!failures.isEmpty()) {
      throw new IllegalStateException(
          "The server of the test failed " + failures.size() + " times, first here",
          failures.get(0));
    }
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        start(server.accept());
      } catch (IOException e) {
        failUnlessClosed(e);
      }
    }
  }

  private void start(Socket connection) throws IOException {
    try {
      threads.execute(() -> serve(connection));
    } catch (RejectedExecutionException closing) {
      connection.close();
    }
  }

  private void serve(Socket connection) {
    connections.add(connection);
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      boolean more = true;
      while (more && !server.isClosed()) {
        more = serveOne(in, connection.getOutputStream());
      }
    } catch (IOException e) {
      failUnlessClosed(e);
    } finally {
      connections.remove(connection);
    }
  }

  /** Answers one request; returns whether another may follow on this connection. */
  private boolean serveOne(InputStream in, OutputStream out) {
    try {
      HttpReply reply = replyToNext(in);
      out.write(reply.bytes());
      return reply.more();
    } catch (IOException clientWentAway) {
      return false;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private HttpReply replyToNext(InputStream in) throws IOException, InterruptedException {
    try {
      Optional<ReceivedRequest> request = ReceivedRequest.read(in);
      return request.isPresent() ? answerTo(request.get()).reply(request.get()) : HttpReply.NONE;
    } catch (RuntimeException e) {
      failures.add(e);
      return HttpReply.of(500, "text/plain", Map.of(), e.toString()).last();
    }
  }

  private synchronized HttpAnswer answerTo(ReceivedRequest request) {
    requests.add(request);
    return script.isEmpty() ? otherwise : script.remove();
  }

  private void failUnlessClosed(IOException e) {
    if (!server.isClosed()) {
      failures.add(e);
    }
  }
}
