package io.github.gateweir.generate;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run of the command: every line goes to the output, and what is expected of it beside it. */
final class GenerateRun {
  private final Generator generator;
  private final RecordOutput lines;
  private final @Nullable ExpectationFile expectations;
  private final Tally tally = new Tally();

  GenerateRun(Generator generator, RecordOutput lines, @Nullable ExpectationFile expectations) {
    this.generator = generator;
    this.lines = lines;
    this.expectations = expectations;
  }

  void write(@Nullable Throttle throttle) throws IOException {
    for (long number = 1; generator.hasNext(); number++) {
      GeneratedLine line = generator.next();
      lines.write(line.bytes(), line.sessionId());
      tally.add(line.expectation());
      if (expectations != null) {
        expectations.write(number, line.expectation());
      }
      if (throttle != null) {
        throttle.await(number);
      }
    }
    lines.flush();
    if (expectations != null) {
      expectations.finish(tally);
    }
  }

  /** Says for people what was written, and which of the wanted traffic is not there. */
  void report(PrintWriter progress, Set<Detection> wanted) {
    progress.println(tally.toSentence());
    Set<Detection> missing = tally.missing(wanted);
    if (!missing.isEmpty()) {
      progress.println(
          "So few records or sessions have no place for "
              + missing.stream().map(Detection::ruleName).collect(Collectors.joining(", "))
              + "; raise --records or --sessions.");
    }
  }
}
