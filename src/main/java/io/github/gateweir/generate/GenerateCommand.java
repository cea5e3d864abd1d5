package io.github.gateweir.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gateweir generate}: writes realistic, reproducible records. */
@Command(
    name = "generate",
    sortOptions = false,
    description = {
      "Writes realistic, reproducible gateway_network records.",
      "The same options give the same bytes. See --attacks for the detections' traffic."
    },
    footer = {
      "",
      "Names of rules for --attacks:",
      "  burp-suite-tool-detected, potential-dns-tunnel,",
      "  correlation-potential-dns-tunnel, cryptomining, dynamic-dns-contacted,",
      "  evilproxy-phishing-domain, exfiltration-domain, internet-scanner,",
      "  internet-scanner-target, remote-access-tool-domain,",
      "  remote-monitoring-and-management-software-anydesk,",
      "  remote-monitoring-and-management-software-atera, intelligence-feed,",
      "  eicar-detection, suspicious-tor-gateway, tor-usage, tor-usage-generic-rule,",
      "  telegram-bot-api-request",
      "",
      "About 0.2 %% of the events raise each rule, from 500 records on (from 1,000",
      "on for correlation-potential-dns-tunnel, which takes 52 records at a time).",
      "Those that need sessions of their own are fewer when --sessions is small. At",
      "least 0.5 %% of the events are near misses of each rule, also with none."
    })
public final class GenerateCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int FAILED = 3;

  private final @Nullable KafkaOutputs kafka;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--records",
      paramLabel = "N",
      required = true,
      description = "how many lines, the faulty ones included")
  private long records;

  @Option(
      names = "--sessions",
      paramLabel = "N",
      description = "how many sessions the events belong to (default: a quarter of the events)")
  private @Nullable Long sessions;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "another seed gives other records (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--rate",
      paramLabel = "N/s",
      converter = OptionConverters.ForRate.class,
      description = "write no more than so many records a second (default: as fast as possible)")
  private @Nullable Rate rate;

  @Option(
      names = "--attacks",
      paramLabel = "all|none|RULE,...",
      defaultValue = "all",
      converter = OptionConverters.ForAttacks.class,
      completionCandidates = OptionConverters.RuleNames.class,
      description = "the rules whose traffic is among the records (default: ${DEFAULT-VALUE})")
  private AttackChoice attacks = AttackChoice.parse("all");

  @Option(
      names = "--timestamps",
      paramLabel = "FORMAT",
      defaultValue = "rfc3339",
      converter = OptionConverters.ForTimestamps.class,
      description =
          "rfc3339, rfc3339ms, rfc3339ns, unix or unixnano, as in Logpush (default: ${DEFAULT-VALUE})")
  private Timestamps timestamps = Timestamps.RFC3339;

  @Option(
      names = "--start",
      paramLabel = "INSTANT",
      defaultValue = "2026-01-01T00:00:00Z",
      converter = OptionConverters.ForInstant.class,
      description = "the time of the first records (default: ${DEFAULT-VALUE})")
  private Instant start = GeneratorSettings.DEFAULT_START;

  @Option(
      names = "--faulty",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description =
          "how many of a hundred lines are faulty: every kind that becomes a dead letter, is"
              + " ignored, or loses a field (default: ${DEFAULT-VALUE})")
  private double faulty;

  @Option(
      names = "--expect",
      paramLabel = "FILE",
      description = "write to FILE what must become of the lines, one JSON object a line")
  private @Nullable Path expect;

  @Option(
      names = "--output",
      paramLabel = "FILE|-|kafka:TOPIC",
      defaultValue = "-",
      description =
          "a file (gzipped if it ends in .gz), - for standard output, or a Kafka topic"
              + " (default: ${DEFAULT-VALUE})")
  private String output = "-";

  /** A command that cannot write to Kafka. */
  public GenerateCommand() {
    this(null);
  }

  /** A command that opens topics through {@code kafka}, or not at all when that is null. */
  public GenerateCommand(@Nullable KafkaOutputs kafka) {
    this.kafka = kafka;
  }

  /**
   * Generates.
   *
   * @return 0 when everything is written, 3 when writing failed
   * @throws ParameterException with a sentence when the options cannot be followed
   */
  @Override
  public Integer call() {
    CommandLine commandLine = Objects.requireNonNull(spec, "picocli sets it").commandLine();
    try {
      return generate(commandLine);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(commandLine, e.getMessage(), e);
    } catch (IOException e) {
      String place = output.equals("-") ? "standard output" : output;
      commandLine.getErr().println("Writing to " + place + " failed: " + e.getMessage() + ".");
      return FAILED;
    }
  }

  private int generate(CommandLine commandLine) throws IOException {
    // These first: a mistake in them leaves the files alone.
    Generator generator = new Generator(settings());
    Outputs.requireTwoFiles(output, expect);
    try (RecordOutput lines = Outputs.openLines(output, kafka);
        ExpectationFile expectations = Outputs.openExpectations(expect)) {
      GenerateRun run = new GenerateRun(generator, lines, expectations);
      run.write(rate == null ? null : new Throttle(rate, lines));
      run.report(commandLine.getErr(), attacks.detections());
    }
    return DONE;
  }

  private GeneratorSettings settings() {
    return new GeneratorSettings(
        records,
        sessions == null ? OptionalLong.empty() : OptionalLong.of(sessions),
        seed,
        attacks.detections(),
        timestamps,
        start,
        faulty);
  }
}
