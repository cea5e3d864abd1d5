package io.github.gateweir.source.file;

import org.jspecify.annotations.Nullable;

/** How far a file has been emitted: what a checkpoint keeps of it. */
final class ReadPosition {

  private final LogFileSplit start;
  private @Nullable ReadLine last;

  ReadPosition(LogFileSplit start) {
    this.start = start;
  }

  /** Notes that a line was emitted. */
  void pass(ReadLine line) {
    last = line;
  }

  LogFileSplit split() {
    return last == null ? start : start.after(last);
  }
}
