package io.github.gateweir.testing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code bin/flink} of a distribution does, for one {@link FlinkCluster}. */
public final class FlinkCommandLine {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Pattern JOB_ID = Pattern.compile("submitted with JobID ([0-9a-f]{32})");

  private final Path folder;
  private final Path conf;

  FlinkCommandLine(Path folder, Path conf) {
    this.folder = folder;
    this.conf = conf;
  }

  /** {@code flink run -d JAR ARGUMENTS…}: the id of the job that now runs. */
  public String submit(Path jar, String... arguments) {
    return submit(List.of(), jar, arguments);
  }

  /**
   * {@code flink run -d OPTIONS… JAR ARGUMENTS…}: the id of the job that now runs.
   *
   * @param options such as {@code -p 2} or {@code -s SAVEPOINT}, a word an element
   * @throws IllegalStateException if there is no such job, with what the client said
   */
  public String submit(List<String> options, Path jar, String... arguments) {
    List<String> words = new ArrayList<>(List.of("run", "-d"));
    words.addAll(options);
    words.add(jar.toString());
    words.addAll(List.of(arguments));
    CommandResult result = flink(words).orThrow("flink run -d");
    Matcher id = JOB_ID.matcher(result.out());
    if (!id.find()) {
      throw new IllegalStateException("flink run -d names no job: " + result);
    }
    return id.group(1);
  }

  /** {@code flink run JAR ARGUMENTS…}: waits for the job's end, at most 5 min. */
  public CommandResult run(Path jar, String... arguments) {
    List<String> words = new ArrayList<>(List.of("run", jar.toString()));
    words.addAll(List.of(arguments));
    return flink(words);
  }

  /** {@code flink WORDS…}, whatever it returns; its log is on standard error. */
  public CommandResult flink(List<String> words) {
    return FlinkCommands.client(conf, words).run(folder, LIMIT);
  }
}
