package io.github.gateweir.cli;

import io.github.gateweir.config.ElasticsearchSettings;
import io.github.gateweir.config.FileSinkOptions;
import io.github.gateweir.config.FileSourceOptions;
import io.github.gateweir.config.Overrides;
import io.github.gateweir.config.Settings;
import io.github.gateweir.config.SettingsLoader;
import io.github.gateweir.job.Inlet;
import io.github.gateweir.job.Outlets;
import io.github.gateweir.job.RunSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: the main job on sample logs, with nothing else needed. */
@Command(
    name = "demo",
    description = {
      "Run the main job on sample logs in a Flink cluster inside this process; no server is needed.",
      "Ends by itself and sums up what came out. With the setting gateweir.sink.elasticsearch.hosts it"
          + " sets Elasticsearch up and writes there too."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "2:wrong usage", "3:the job failed"})
public final class DemoCommand implements Callable<Integer> {

  private static final String LOGS = "logs";
  private static final String ELASTICSEARCH = "gateweir.sink.elasticsearch.";

  /** The job ends with a checkpoint, for which nobody should wait. */
  private static final Overrides OFTEN =
      Overrides.parse(
          List.of("execution.checkpointing.interval=1 s", "execution.checkpointing.min-pause=0 s"));

  @Spec private CommandSpec spec;

  @Option(
      names = "--output",
      paramLabel = "DIR",
      description = "An empty or new folder for logs and output (default target/demo, made anew).")
  private @Nullable Path output;

  @Option(
      names = "-D",
      paramLabel = "KEY=VALUE",
      description = "A setting of the output to Elasticsearch, such as its hosts; may be repeated.")
  private List<String> definitions = List.of();

  @Option(
      names = "--web",
      description = "Open Flink's web UI at http://localhost:8081 and keep it until Ctrl-C.")
  private boolean web;

  @Override
  public Integer call() throws Exception {
    Overrides overrides = overrides();
    Path folder = prepare().toAbsolutePath().normalize();
    say("writing sample logs to " + folder.resolve(LOGS));
    SampleLogs.write(folder.resolve(LOGS));
    say("starting Flink in this process");
    Configuration flink = JobRun.localConfiguration(OFTEN);
    OnSamples plan = new OnSamples(folder, overrides);
    Settings settings = plan.settings(flink);
    Optional<DemoElasticsearch> elasticsearch = elasticsearch(settings);
    try (LocalCluster cluster = LocalCluster.start(flink, web)) {
      say("running the job: files → map to ECS → route → detect → correlate sessions → files");
      RunSummary counts =
          JobRun.execute(cluster, "gateweir demo", plan, settings, JobRules.read(settings.rules()));
      PrintWriter out = spec.commandLine().getOut();
      DemoReport.of(folder, counts).print(out);
      if (elasticsearch.isPresent()) {
        elasticsearch.get().report(out);
      }
      out.flush();
      if (web) {
        say("Flink's web UI is at " + cluster.webAddress() + "; Ctrl-C ends it");
        new CountDownLatch(1).await();
      }
    }
    return ExitCodes.DONE;
  }

  /** All else is the demo's own: its report reads the files that it writes. */
  private Overrides overrides() {
    for (String definition : definitions) {
      if (!definition.startsWith(ELASTICSEARCH)) {
        throw new UsageException(
            "-D %s is not for the demo, which takes only %s…: use bin/gateweir run."
                .formatted(definition, ELASTICSEARCH));
      }
    }
    return Overrides.parse(definitions);
  }

  private Optional<DemoElasticsearch> elasticsearch(Settings settings) throws IOException {
    ElasticsearchSettings cluster = settings.sinks().elasticsearch();
    if (cluster == null) {
      return Optional.empty();
    }
    say("setting Elasticsearch up at " + cluster.endpoint());
    ElasticsearchSetupCommand.install(cluster).notes().forEach(this::say);
    return Optional.of(new DemoElasticsearch(cluster));
  }

  private Path prepare() throws IOException {
    if (output != null) {
      Files.createDirectories(output);
      try (Stream<Path> entries = Files.list(output)) {
        if (entries.findAny().isPresent()) {
          throw new UsageException(
              "--output " + output + " is not empty; name a new folder or an empty one.");
        }
      }
      return output;
    }
    Path folder = Home.folder().orElse(Path.of("")).resolve("target").resolve("demo");
    if (Files.exists(folder)) {
      List<Path> old;
      try (Stream<Path> walk = Files.walk(folder)) {
        old = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : old) {
        Files.delete(path);
      }
    }
    return Files.createDirectories(folder);
  }

  private void say(String what) {
    spec.commandLine().getErr().println("gateweir: " + what);
    spec.commandLine().getErr().flush();
  }

  private static final class OnSamples implements JobRun.Plan {

    private final Path folder;
    private final Overrides overrides;

    OnSamples(Path folder, Overrides overrides) {
      this.folder = folder;
      this.overrides = overrides;
    }

    @Override
    public Settings settings(Configuration flink) {
      return new SettingsLoader(System.getenv())
          .overrides(overrides)
          .values(FileSourceOptions.PATH, List.of(folder.resolve(LOGS).toString()), "demo")
          .value(FileSinkOptions.PATH, folder.toString(), "demo")
          .load(flink);
    }

    @Override
    public Inlet inlet(Settings settings) {
      return Connectors.inlet(settings.source(), settings.eventTime());
    }

    @Override
    public Outlets outlets(Settings settings) {
      Outlets files = Connectors.outlets(settings.sinks());
      ElasticsearchSettings cluster = settings.sinks().elasticsearch();
      return cluster == null ? files : new DemoElasticsearch(cluster).beside(files);
    }
  }
}
