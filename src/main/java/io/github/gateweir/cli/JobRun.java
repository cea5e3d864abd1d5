package io.github.gateweir.cli;

import io.github.gateweir.config.FlinkConf;
import io.github.gateweir.config.Overrides;
import io.github.gateweir.config.Preflight;
import io.github.gateweir.config.SessionEmit;
import io.github.gateweir.config.SessionSettings;
import io.github.gateweir.config.Settings;
import io.github.gateweir.detection.RuleFiles;
import io.github.gateweir.job.Inlet;
import io.github.gateweir.job.Outlets;
import io.github.gateweir.job.Pipeline;
import io.github.gateweir.job.PipelineSettings;
import io.github.gateweir.job.RunSummary;
import io.github.gateweir.job.SessionRules;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.DetachedJobExecutionResult;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the job: on the cluster whose client started this process, or else inside it. */
final class JobRun {

  private final Overrides overrides;
  private final boolean web;
  private final PrintWriter err;

  /**
   * A run.
   *
   * @param overrides what {@code -D} gave
   * @param web whether to open the web UI of a cluster inside this process
   */
  JobRun(Overrides overrides, boolean web, PrintWriter err) {
    this.overrides = overrides;
    this.web = web;
    this.err = err;
  }

  /** Makes the settings and the source of a run; {@code run} and {@code replay} differ in it. */
  interface Plan {
    /** The settings, given Flink's. */
    Settings settings(Configuration flink);

    /** The source. */
    Inlet inlet(Settings settings);

    /** The sinks. */
    default Outlets outlets(Settings settings) {
      return Connectors.outlets(settings.sinks());
    }
  }

  /** The summary; none when the client does not wait for the job's end. */
  Optional<RunSummary> execute(String name, Plan plan) throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    return env instanceof LocalStreamEnvironment
        ? executeHere(name, plan)
        : executeOnCluster(env, name, plan);
  }

  private Optional<RunSummary> executeHere(String name, Plan plan) throws Exception {
    Configuration flink = localConfiguration(overrides);
    Settings settings = checked(plan, flink);
    RuleFiles rules = checkedRules(settings);
    try (LocalCluster cluster = LocalCluster.start(flink, web)) {
      if (web) {
        say("Flink's web UI is at " + cluster.webAddress() + ".");
      }
      return Optional.of(execute(cluster, name, plan, settings, rules));
    }
  }

  /** Runs the job on a cluster inside this process. */
  static RunSummary execute(
      LocalCluster cluster, String name, Plan plan, Settings settings, RuleFiles rules)
      throws Exception {
    StreamExecutionEnvironment env = cluster.environment();
    build(env, plan, settings, rules);
    long start = System.nanoTime();
    try {
      return summary(cluster.execute(env, name), start);
    } catch (JobExecutionException e) {
      throw cluster.isClosed() ? JobFailedException.stopped(e) : new JobFailedException(e);
    }
  }

  private Optional<RunSummary> executeOnCluster(
      StreamExecutionEnvironment env, String name, Plan plan) throws Exception {
    env.configure(Configuration.fromMap(overrides.flink()));
    Configuration flink = new Configuration();
    flink.addAll(Configuration.fromMap(env.getConfiguration().toMap()));
    Settings settings = checked(plan, flink);
    build(env, plan, settings, checkedRules(settings));
    long start = System.nanoTime();
    JobExecutionResult result = env.execute(name);
    if (result instanceof DetachedJobExecutionResult) {
      say(
          "Job "
              + result.getJobID()
              + " was submitted. What it has read, written and refused is in its metrics:"
              + " Flink's REST API and the reporters of its configuration have them, in the group"
              + " gateweir.");
      return Optional.empty();
    }
    return Optional.of(summary(result, start));
  }

  private Settings checked(Plan plan, Configuration flink) {
    Settings settings = plan.settings(flink);
    Preflight.check(settings).forEach(this::say);
    return settings;
  }

  /** The rules as they are now; what is wrong with them is said. */
  private RuleFiles checkedRules(Settings settings) {
    RuleFiles rules = JobRules.read(settings.rules());
    JobRules.check(rules).forEach(this::say);
    return rules;
  }

  private static void build(
      StreamExecutionEnvironment env, Plan plan, Settings settings, RuleFiles rules) {
    Pipeline.build(
        env,
        plan.inlet(settings),
        plan.outlets(settings),
        new PipelineSettings(
            settings.profile(),
            settings.eventTime().maxAhead(),
            settings.dedupWindow(),
            rules,
            sessions(settings.session())));
  }

  private static SessionRules sessions(SessionSettings session) {
    return new SessionRules(
        session.inactivityGap(),
        session.maxLength(),
        session.longDomainThreshold(),
        session.longDomainRecords(),
        session.emit() == SessionEmit.ALL);
  }

  private static RunSummary summary(JobExecutionResult result, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    return RunSummary.of(result.getAllAccumulatorResults(), seconds);
  }

  static Configuration localConfiguration(Overrides overrides) {
    Optional<Path> folder = Home.file("flink-conf");
    return folder.isPresent()
        ? FlinkConf.load(folder.get(), overrides)
        : Configuration.fromMap(overrides.flink());
  }

  private void say(String sentence) {
    err.println("gateweir: " + sentence);
    err.flush();
  }
}
