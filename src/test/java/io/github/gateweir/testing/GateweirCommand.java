package io.github.gateweir.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The command line in a JVM of its own, as {@code bin/gateweir} starts it: the job jar beside what
 * a Flink distribution has, and the project's folder with its {@code flink-conf}.
 */
public final class GateweirCommand {
  private static final String JAR = "gateweir.test.jar";
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Path HOME = Path.of("").toAbsolutePath();

  private GateweirCommand() {}

  /** The job jar. */
  public static Path jar() {
    String jar = System.getProperty(JAR);
    if (jar == null) {
      throw new IllegalStateException("Give the job jar, which mvn package makes, with -D" + JAR);
    }
    return Path.of(jar).toAbsolutePath();
  }

  /**
   * Runs a command to its end, at most 10 min.
   *
   * @param folder for what the command writes to standard output and standard error
   */
  public static CommandResult run(Path folder, List<String> arguments) {
    return JavaCommand.of(jar() + ":" + Folders.jars("flink-lib"), "io.github.gateweir.Gateweir")
        .withOptions(FlinkCommands.OPENED)
        .withOptions(
            "-Xmx1g",
            "-Dlog4j.configurationFile=" + HOME.resolve("flink-conf/log4j-local.properties"),
            "-Dgateweir.launcher=test",
            "-Dgateweir.home=" + HOME)
        .withArguments(arguments)
        .run(folder, LIMIT);
  }
}
