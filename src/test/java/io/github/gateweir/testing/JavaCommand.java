package io.github.gateweir.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A command line for a JVM of its own, of the JDK that runs the tests.
 *
 * @param classPath as {@code java -cp} takes it, asterisks included
 * @param options for the JVM
 * @param environment what is added to the environment of the tests
 */
record JavaCommand(
    String classPath,
    List<String> options,
    String mainClass,
    List<String> arguments,
    Map<String, String> environment) {

  static JavaCommand of(String classPath, String mainClass, String... arguments) {
    return new JavaCommand(classPath, List.of(), mainClass, List.of(arguments), Map.of());
  }

  JavaCommand withOptions(List<String> more) {
    return new JavaCommand(classPath, concat(options, more), mainClass, arguments, environment);
  }

  JavaCommand withOptions(String... more) {
    return withOptions(List.of(more));
  }

  JavaCommand withArguments(List<String> more) {
    return new JavaCommand(classPath, options, mainClass, concat(arguments, more), environment);
  }

  JavaCommand withEnvironment(Map<String, String> other) {
    return new JavaCommand(classPath, options, mainClass, arguments, other);
  }

  /** A process builder whose process ends with the JVM of the tests. */
  ProcessBuilder processBuilder() {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(options);
    words.addAll(List.of("-cp", ChildJar.PATH + File.pathSeparator + classPath));
    words.addAll(List.of(ChildMain.class.getName(), mainClass));
    words.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(words);
    builder.environment().putAll(environment);
    return builder;
  }

  /** Runs the command to its end; what it wrote passes through files in {@code folder}. */
  CommandResult run(Path folder, Duration limit) {
    try {
      Path out = Files.createTempFile(folder, "command-", ".out");
      Path err = Files.createTempFile(folder, "command-", ".err");
      Process process =
          processBuilder().redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      EndOfJvm.kills(process);
      boolean ended = waitFor(process, limit);
      CommandResult result =
          new CommandResult(
              process.onExit().join().exitValue(), Files.readString(out), Files.readString(err));
      if (!ended) {
        throw new IllegalStateException(mainClass + " took longer than " + limit + ": " + result);
      }
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean waitFor(Process process, Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a command ran", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private static <T> List<T> concat(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** The one jar that every child has on its class path beside its own. */
  private static final class ChildJar {
    static final Path PATH =
        ClassJar.write(Folders.server("child").resolve("child.jar"), ChildMain.class);
  }
}
