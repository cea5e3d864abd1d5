package io.github.gateweir.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightITCase {

  @TempDir private Path folder;

  @Test
  void tellsWithinTenSecondsThatNoBrokerAnswers() throws IOException {
    String closed = "127.0.0.1:" + closedPort();
    Settings settings =
        new SettingsLoader(Map.of())
            .overrides(
                Overrides.parse(
                    List.of(
                        "gateweir.source.type=kafka",
                        "gateweir.source.kafka.topics=t",
                        "gateweir.source.kafka.bootstrap-servers=" + closed,
                        "gateweir.sink.files.path=" + folder)))
            .load(new Configuration());
    long start = System.nanoTime();

    assertThatThrownBy(() -> Preflight.check(settings))
        .isInstanceOf(UnreachableException.class)
        .hasMessage(
            "gateweir.source.kafka.bootstrap-servers: no broker at "
                + closed
                + " answered within 8 s: start it, or correct the address and the client's"
                + " properties.");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
