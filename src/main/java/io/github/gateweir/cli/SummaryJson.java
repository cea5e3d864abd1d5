package io.github.gateweir.cli;

import io.github.gateweir.job.RunSummary;
import java.io.PrintWriter;
import java.util.Locale;

/** The counts of a run as one line of JSON. */
final class SummaryJson {

  private SummaryJson() {}

  /** Prints the line. */
  static void print(RunSummary counts, PrintWriter out) {
    out.println(
        String.format(
            Locale.ROOT,
            "{\"read\":%d,\"events\":%d,\"alerts\":%d,\"sessions\":%d,"
                + "\"dead_letters\":%d,\"ignored\":%d,\"seconds\":%.1f}",
            counts.read(),
            counts.events(),
            counts.alerts(),
            counts.sessions(),
            counts.deadLetters(),
            counts.ignored(),
            counts.seconds()));
    out.flush();
  }
}
