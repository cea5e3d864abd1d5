package io.github.gateweir.config;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The list of hosts as the user writes it. */
final class ElasticsearchHosts {

  private static final int LAST_PORT = 65535;

  private ElasticsearchHosts() {}

  /** The URLs, without a slash at the end. */
  static List<String> read(List<String> items) {
    List<URI> hosts = items.stream().map(ElasticsearchHosts::host).toList();
    if (hosts.isEmpty()) {
      throw new IllegalArgumentException();
    }
    checkPaths(hosts);
    checkTwice(hosts);
    return hosts.stream().map(URI::toString).toList();
  }

  private static URI host(String text) {
    if (text.contains("@")) {
      throw new Mistake(
          "holds a user and a password, which belong in gateweir.sink.elasticsearch.username and"
              + " .password: take what stands before the @ out.");
    }
    URI host = URI.create(text.replaceFirst("/+$", ""));
    if (!isPlain(host)) {
      throw new IllegalArgumentException();
    }
    return host;
  }

  private static boolean isPlain(URI host) {
    boolean scheme = "http".equals(host.getScheme()) || "https".equals(host.getScheme());
    return scheme
        && host.getHost() != null
        && host.getPort() != 0
        && host.getPort() <= LAST_PORT
        && host.getQuery() == null
        && host.getFragment() == null;
  }

  private static void checkPaths(List<URI> hosts) {
    URI first = hosts.get(0);
    for (URI host : hosts) {
      if (!host.getPath().equals(first.getPath())) {
        throw new Mistake(
            "names " + first + " and " + host + ", but the path after the host must be the same.");
      }
    }
  }

  private static void checkTwice(List<URI> hosts) {
    Set<String> known = new HashSet<>();
    for (URI host : hosts) {
      if (!known.add(host.getHost().toLowerCase(Locale.ROOT) + ":" + port(host))) {
        throw new Mistake("names " + host + " twice: take one of the two out.");
      }
    }
  }

  private static int port(URI host) {
    if (host.getPort() >= 0) {
      return host.getPort();
    }
    return host.getScheme().equals("https") ? 443 : 80;
  }
}
