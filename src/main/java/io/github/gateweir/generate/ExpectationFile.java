package io.github.gateweir.generate;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Writes what must become of the lines: one line of JSON for each that is no ordinary event, lines
 * counted from 1, and at the end one with the counts.
 */
final class ExpectationFile implements Closeable {
  private final Writer out;

  ExpectationFile(Path file) throws IOException {
    out = Files.newBufferedWriter(file);
  }

  void write(long line, Expectation expectation) throws IOException {
    if (expectation.isRemarkable()) {
      out.write("{\"line\":" + line + rules(expectation) + alert(expectation) + fault(expectation));
      out.write("}\n");
    }
  }

  /** Writes the last line, the counts. */
  void finish(Tally tally) throws IOException {
    out.write(tally.toJson() + "\n");
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static String rules(Expectation expectation) {
    if (expectation.rules().isEmpty()) {
      return "";
    }
    return expectation.rules().stream()
        .map(rule -> "\"" + rule.ruleName() + "\"")
        .collect(Collectors.joining(",", ",\"rules\":[", "]"));
  }

  private static String alert(Expectation expectation) {
    return expectation.sessionAlert() ? ",\"session_alert\":\"long-domain\"" : "";
  }

  private static String fault(Expectation expectation) {
    Fault fault = expectation.fault();
    if (fault == null) {
      return "";
    }
    return switch (fault.outcome()) {
      case EVENT ->
          ",\"outcome\":\"event\",\"skipped_field\":\"" + expectation.skippedField() + "\"";
      case DEAD_LETTER -> ",\"outcome\":\"dead_letter\",\"code\":\"" + fault.reason() + "\"";
      case IGNORED -> ",\"outcome\":\"ignored\",\"reason\":\"" + fault.reason() + "\"";
    };
  }
}
