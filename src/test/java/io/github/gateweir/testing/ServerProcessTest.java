package io.github.gateweir.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void waitsUntilTheServerIsReadyAndEndsIt() {
    ServerProcess server = start("serve");

    server.awaitReady(LIMIT, () -> server.log().contains("serving"));
    assertThat(server.isAlive()).isTrue();
    server.stop();

    assertThat(server.isAlive()).isFalse();
  }

  @Test
  void showsTheLogOfAServerThatEndsBeforeItIsReady() {
    ServerProcess server = start("fail");

    assertThatThrownBy(() -> server.awaitReady(LIMIT, () -> false))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("example ended with 1 before it was ready; the end of ")
        .hasMessageContaining("IllegalStateException: no, thanks");
  }

  @Test
  void killsAServerThatIsNotReadyInTime() {
    ServerProcess server = start("serve");

    assertThatThrownBy(() -> server.awaitReady(Duration.ofSeconds(1), () -> false))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("example was not ready after 1 s");
    assertThat(server.isAlive()).isFalse();
  }

  @Test
  void endsWithTheJvmThatStartedIt() throws IOException, InterruptedException {
    Process process = command("serve").processBuilder().start();
    process.getInputStream().read();
    assertThat(process.isAlive()).isTrue();

    // What happens to the pipe when the parent ends, however it ends.
    process.getOutputStream().close();

    assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void returnsWhatACommandSaid() {
    assertThat(command("speak").run(folder, LIMIT))
        .isEqualTo(new CommandResult(0, "to whom it may concern\n", "by the way\n"));
  }

  private ServerProcess start(String argument) {
    return ServerProcess.start("example", "example", command(argument));
  }

  private JavaCommand command(String argument) {
    Path jar = ClassJar.write(folder.resolve("example.jar"), Example.class);
    return JavaCommand.of(jar.toString(), Example.class.getName(), argument);
  }

  /** A server that does what its argument says. */
  public static final class Example {
    private Example() {}

    /** Serves for ever, fails, or speaks and ends. */
    public static void main(String[] args) throws InterruptedException {
      switch (args[0]) {
        case "serve" -> {
          System.out.println("serving");
          new CountDownLatch(1).await();
        }
        case "speak" -> {
          System.out.println("to whom it may concern");
          System.err.println("by the way");
        }
        default -> throw new IllegalStateException("no, thanks");
      }
    }
  }
}
