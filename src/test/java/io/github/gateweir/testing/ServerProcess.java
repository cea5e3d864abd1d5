package io.github.gateweir.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** A server in a child JVM, from its start to its end. */
final class ServerProcess {
  private static final AtomicInteger STARTED = new AtomicInteger();
  private static final Duration TIME_TO_STOP = Duration.ofSeconds(20);
  private static final int LINES_SHOWN = 40;

  private final String name;
  private final Path log;
  private final Process process;

  private ServerProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  /**
   * Starts the command; all that it writes goes to {@code target/servers/SERVER/logs/NAME-N.log},
   * where N counts the processes that this JVM has started.
   */
  static ServerProcess start(String server, String name, JavaCommand command) {
    Path logs = Folders.make(Folders.server(server).resolve("logs"));
    Path log = logs.resolve(name + "-" + STARTED.incrementAndGet() + ".log");
    try {
      Process process =
          command.processBuilder().redirectErrorStream(true).redirectOutput(log.toFile()).start();
      EndOfJvm.kills(process);
      return new ServerProcess(name, log, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits for the server to be ready.
   *
   * @param ready whether it is; what it throws counts as not yet
   * @throws ServerStartException if it ended or was not ready in time; it does not run any more
   */
  void awaitReady(Duration limit, Callable<Boolean> ready) {
    try {
      await()
          .atMost(limit)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(100))
          // A server that is on its way up refuses connections, or answers that it is not ready.
          .ignoreExceptions()
          .failFast(() -> !isAlive())
          .until(ready);
    } catch (TerminalFailureException e) {
      throw failure("ended with " + process.exitValue() + " before it was ready", e);
    } catch (ConditionTimeoutException e) {
      kill();
      throw failure("was not ready after " + limit.toSeconds() + " s", e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Ends the process as {@code kill -9} does and waits until it is gone. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** Asks the process to end, and kills it if it does not within 20 s. */
  void stop() {
    process.destroy();
    process
        .onExit()
        .copy()
        .completeOnTimeout(process, TIME_TO_STOP.toMillis(), TimeUnit.MILLISECONDS)
        .join();
    kill();
  }

  /** All that the process has written so far. */
  String log() {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ServerStartException failure(String what, RuntimeException cause) {
    String all = log();
    List<String> lines = all.lines().toList();
    String end =
        String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    return new ServerStartException(
        name + " " + what + "; the end of " + log + " says:\n" + end, all, cause);
  }
}
