package io.github.gateweir.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The state of sessions that each release has left. A new release writes its own once, with {@code
 * -Dgateweir.write-state=src/test/resources/state/VERSION}; what is there is never written again.
 */
class StoredSessionsTest {

  private static final String PROPERTY = "gateweir.write-state";
  private static final Limits LIMITS =
      new Limits(Duration.ofMinutes(30).toNanos(), Duration.ofHours(24).toNanos());

  @Test
  void readsTheSessionsOf010() throws IOException {
    Sessions read = Sessions.fromBytes(resource("/state/0.1.0/session.bin"), LIMITS);

    assertThat(read.timer()).isEqualTo(1_767_357_001_000L);
    assertThat(read.alerted()).isTrue();
    assertThatJson(json(read)).isEqualTo(new String(resource("/state/0.1.0/session.json"), UTF_8));
  }

  @Test
  @EnabledIfSystemProperty(named = PROPERTY, matches = ".+")
  void writesTheSessionsOfThisRelease() throws IOException {
    Path folder = Files.createDirectories(Path.of(System.getProperty(PROPERTY)));
    Path state = folder.resolve("session.bin");
    assertThat(state).doesNotExist();

    Sessions rich = SessionsTest.rich();
    rich.setTimer(rich.nextClose());
    rich.setAlerted();
    Files.write(state, rich.toBytes());
    Files.writeString(folder.resolve("session.json"), json(rich) + "\n");
  }

  private static String json(Sessions sessions) {
    return "[" + String.join(",\n", SessionsTest.documents(sessions)) + "]";
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = StoredSessionsTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return in.readAllBytes();
    }
  }
}
