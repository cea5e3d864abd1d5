package io.github.gateweir.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Loopback ports that nobody listened on a moment ago.
 *
 * <p>They lie below the range from which Linux takes the ports of outgoing connections, so that a
 * server that is down for a moment finds its port free again.
 */
final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;
  private static final int TRIES = 3;

  private FreePorts() {}

  /** Different free ports. */
  static List<Integer> take(int count) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return Stream.generate(() -> random.nextInt(FIRST, LAST))
        .filter(FreePorts::isFree)
        .distinct()
        .limit(count)
        .toList();
  }

  /**
   * Starts a server on free ports, and again on others when another process was quicker to take one
   * of them.
   */
  static <T> T start(int count, Function<List<Integer>, T> starter) {
    for (int tried = 1; ; tried++) {
      try {
        return starter.apply(take(count));
      } catch (ServerStartException e) {
        if (!e.portTaken() || tried == TRIES) {
          throw e;
        }
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
