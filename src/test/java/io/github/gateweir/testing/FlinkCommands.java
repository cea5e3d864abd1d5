package io.github.gateweir.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command lines that a Flink distribution's scripts put together. */
final class FlinkCommands {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String RESULT = "BASH_JAVA_UTILS_EXEC_RESULT:";
  private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  /** What Flink needs of the JDK's internals. */
  static final List<String> OPENED =
      Stream.of(
              "java.lang",
              "java.lang.reflect",
              "java.io",
              "java.net",
              "java.nio",
              "java.text",
              "java.time",
              "java.util",
              "java.util.concurrent",
              "java.util.concurrent.atomic",
              "java.util.concurrent.locks",
              "sun.nio.ch")
          .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
          .toList();

  private FlinkCommands() {}

  static JavaCommand jobManager(Path conf) {
    return flink(
            "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
            "--configDir",
            conf.toString())
        .withOptions("-Xmx400m");
  }

  /** A TaskManager with the memory that Flink computes from the configuration in {@code conf}. */
  static JavaCommand taskManager(Path conf, Path folder) {
    List<String> lines =
        flink(
                "org.apache.flink.runtime.util.bash.BashJavaUtils",
                "GET_TM_RESOURCE_PARAMS",
                "--configDir",
                conf.toString())
            .withOptions(QUICK_START)
            .run(folder, LIMIT)
            .orThrow("Computing a TaskManager's memory")
            .out()
            .lines()
            .filter(line -> line.startsWith(RESULT))
            .map(line -> line.substring(RESULT.length()))
            .toList();
    return flink(
            "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
            "--configDir",
            conf.toString())
        .withOptions(words(lines.get(0)))
        .withArguments(words(lines.get(1)));
  }

  static JavaCommand client(Path conf, List<String> arguments) {
    return flink("org.apache.flink.client.cli.CliFrontend")
        .withOptions(
            "-Xmx512m",
            QUICK_START,
            "-Dgateweir.log.target=SYSTEM_ERR",
            "-Dgateweir.log.level=error")
        .withArguments(arguments)
        .withEnvironment(Map.of("FLINK_CONF_DIR", conf.toString()));
  }

  private static JavaCommand flink(String mainClass, String... arguments) {
    return JavaCommand.of(Folders.jars("flink-lib"), mainClass, arguments)
        .withOptions(OPENED)
        .withOptions(Folders.logSettings("log4j.configurationFile"));
  }

  private static List<String> words(String line) {
    return List.of(line.trim().split(" +"));
  }
}
