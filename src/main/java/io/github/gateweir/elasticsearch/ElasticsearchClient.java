package io.github.gateweir.elasticsearch;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.RequestOptions;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.ResponseListener;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.hc.client5.http.async.HttpAsyncClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.ModalCloseable;
import org.jspecify.annotations.Nullable;

/**
 * Requests to a cluster, answered whatever the HTTP status.
 *
 * <p>Requests go to the hosts in turn. A host that cannot be reached, that is silent for the
 * request timeout, or that answers 502, 503 or 504 is left out for at least a minute, and the
 * request goes to the next: once to each of the hosts that are left, so that a request takes at
 * most the request timeout for each host. When none is left, the next request goes to the one that
 * is due first. That is all: nothing else is sent twice, redirects are not followed, 429 is an
 * answer.
 *
 * <p>Safe for use by several threads.
 */
public final class ElasticsearchClient implements AutoCloseable {

  /** The {@code Content-Type} of a request with one JSON document. */
  public static final String JSON = "application/json";

  /** The {@code Content-Type} of a request with a JSON document on each line. */
  public static final String NDJSON = "application/x-ndjson";

  private static final byte[] NO_BODY = {};

  private final Rest5Client client;
  private final boolean compression;
  private final Set<Exchange> open = ConcurrentHashMap.newKeySet();

  /**
   * A client with threads and connections of its own; it connects when it is asked something.
   *
   * @throws IllegalArgumentException when the endpoint's certificates cannot be used
   */
  public ElasticsearchClient(Endpoint endpoint) {
    this.client = Connections.to(endpoint);
    this.compression = endpoint.compression();
  }

  /**
   * Sends a request and waits for its answer.
   *
   * @param path the path and what follows it, without the hosts' own, such as {@code /_bulk?pretty}
   * @param json the body; null for none
   * @throws IOException when no host answered, and its message says why
   */
  public Answer request(String method, String path, @Nullable String json) throws IOException {
    byte[] body = json == null ? null : json.getBytes(StandardCharsets.UTF_8);
    try {
      return send(method, path, JSON, body).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted while waiting").initCause(e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException(Failure.message(cause), cause);
    }
  }

  /**
   * Sends a request, which is compressed on this thread.
   *
   * @param contentType the kind of the body, such as {@link #NDJSON}
   * @param body the body; null for none
   * @return the answer, or as the failure an {@link IOException} when no host answered, also when
   *     an answer was cut off or is larger than 100 MB. It is completed on a thread of the client,
   *     which what follows it must not block.
   */
  public CompletableFuture<Answer> send(
      String method, String path, String contentType, byte @Nullable [] body) {
    Exchange exchange = new Exchange();
    open.add(exchange);
    client.performRequestAsync(of(method, path, contentType, body), exchange);
    return exchange.answer;
  }

  private Request of(String method, String path, String contentType, byte @Nullable [] body) {
    Request request = new Request(method, path);
    if (body != null) {
      RequestOptions.Builder options = RequestOptions.DEFAULT.toBuilder();
      if (compression) {
        options.addHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
      }
      request.setOptions(options);
      request.setEntity(
          new ByteArrayEntity(
              compression ? Gzip.compress(body) : body, ContentType.create(contentType)));
    }
    return request;
  }

  /** Closes the connections; requests without an answer fail. */
  @Override
  public void close() {
    HttpAsyncClient http = client.getHttpClient();
    ((ModalCloseable) http).close(CloseMode.IMMEDIATE);
    open.forEach(exchange -> exchange.fail(new IOException("the client was closed")));
  }

  /** A request under way; makes an answer of what the library calls a response or a failure. */
  private final class Exchange implements ResponseListener {

    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    @Override
    public void onSuccess(Response response) {
      try {
        Answer given = toAnswer(response);
        open.remove(this);
        answer.complete(given);
      } catch (IOException e) {
        fail(e);
      }
    }

    @Override
    public void onFailure(Exception failure) {
      if (failure instanceof ResponseException refused) {
        onSuccess(refused.getResponse());
      } else if (failure instanceof IOException known) {
        fail(known);
      } else {
        fail(new IOException(Failure.message(failure), failure));
      }
    }

    private void fail(IOException failure) {
      open.remove(this);
      answer.completeExceptionally(failure);
    }

    private static Answer toAnswer(Response response) throws IOException {
      HttpEntity entity = response.getEntity();
      return new Answer(
          response.getStatusCode(),
          response.getHeader(HttpHeaders.CONTENT_TYPE),
          response.getHeader(HttpHeaders.LOCATION),
          entity == null ? NO_BODY : Bodies.read(entity.getContent()));
    }
  }
}
