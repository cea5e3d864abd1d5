package io.github.gateweir.elasticsearch;

import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a cluster is and how it is spoken to.
 *
 * @param hosts its hosts, {@code http} or {@code https}, all with the same path
 * @param authorization the header {@code Authorization}, a secret; null for none
 * @param authorities the certificates that sign the hosts', in PEM; null for the JVM's trust store
 * @param compression whether the bodies of requests are compressed
 * @param connections how many requests there may be at once
 * @param requestTimeout after how long without a byte from a host a request to it has failed
 */
public record Endpoint(
    List<URI> hosts,
    @Nullable String authorization,
    @Nullable String authorities,
    boolean compression,
    int connections,
    Duration requestTimeout)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The same cluster with less or more patience. */
  public Endpoint withRequestTimeout(Duration timeout) {
    return new Endpoint(hosts, authorization, authorities, compression, connections, timeout);
  }

  /** The hosts alone: the rest is secret or of no interest. */
  @Override
  public String toString() {
    return hosts.toString();
  }
}
