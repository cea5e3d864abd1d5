package io.github.gateweir.elasticsearch;

import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the HTTP library is set up. */
final class Connections {

  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);

  /** How long a host may take to accept a connection. */
  private static final Timeout CONNECT = Timeout.ofSeconds(5);

  /** Two threads are enough for what one subtask has in flight, however many cores there are. */
  private static final int THREADS = 2;

  private Connections() {}

  static Rest5Client to(Endpoint endpoint) {
    Timeout patience = Timeout.of(endpoint.requestTimeout());
    Rest5ClientBuilder builder =
        Rest5Client.builder(endpoint.hosts())
            .setMetaHeaderEnabled(false)
            .setRequestConfigCallback(request -> setTimeouts(request, patience))
            .setConnectionConfigCallback(connection -> setTimeouts(connection, endpoint))
            .setConnectionManagerCallback(pool -> size(pool, endpoint))
            .setHttpClientConfigCallback(Connections::setClient);
    if (endpoint.authorization() != null) {
      builder.setDefaultHeaders(
          new Header[] {
            new BasicHeader(HttpHeaders.AUTHORIZATION, endpoint.authorization(), true)
          });
    }
    return builder.build();
  }

  private static void setTimeouts(RequestConfig.Builder request, Timeout patience) {
    request.setResponseTimeout(patience).setConnectionRequestTimeout(patience);
  }

  private static void setTimeouts(ConnectionConfig.Builder connection, Endpoint endpoint) {
    boolean hasty =
        endpoint.requestTimeout().compareTo(Duration.ofMillis(CONNECT.toMilliseconds())) < 0;
    connection.setConnectTimeout(hasty ? Timeout.of(endpoint.requestTimeout()) : CONNECT);
  }

  /** All requests may be at one host, when the others are down. */
  private static void size(PoolingAsyncClientConnectionManagerBuilder pool, Endpoint endpoint) {
    pool.setMaxConnPerRoute(endpoint.connections())
        .setMaxConnTotal(endpoint.connections() * endpoint.hosts().size())
        .setTlsStrategy(tls(endpoint.authorities()))
        .setDefaultTlsConfig(
            TlsConfig.custom().setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1).build());
  }

  private static void setClient(HttpAsyncClientBuilder client) {
    client
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableAuthCaching()
        .disableCookieManagement()
        .disableContentCompression()
        .setUserAgent("gateweir")
        .setIoReactorExceptionCallback(Connections::tell)
        .setThreadFactory(new DefaultThreadFactory("gateweir-elasticsearch", true))
        .setIOReactorConfig(IOReactorConfig.custom().setIoThreadCount(THREADS).build());
  }

  /** A client that is closed at once takes keys and selectors from threads that still use them. */
  private static void tell(Exception failure) {
    if (failure instanceof CancelledKeyException || failure instanceof ClosedSelectorException) {
      LOG.debug("A connection was closed in use.", failure);
    } else {
      LOG.error("A thread for requests to Elasticsearch failed.", failure);
    }
  }

  /**
   * Verifies the host's name with the library's own verifier. Without one, httpclient5 5.6.3 asks
   * the JVM to do so only after it has handed the parameters over, so that a trusted authority's
   * certificate for one host would do for every other.
   */
  private static TlsStrategy tls(@Nullable String authorities) {
    try {
      SSLContext trusted =
          authorities == null ? SSLContext.getDefault() : CertificateAuthorities.trust(authorities);
      return new DefaultClientTlsStrategy(
          trusted, HostnameVerificationPolicy.CLIENT, HttpsSupport.getDefaultHostnameVerifier());
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException("the certificates cannot be used: " + e.getMessage(), e);
    }
  }
}
