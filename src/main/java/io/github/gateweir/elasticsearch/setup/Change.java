package io.github.gateweir.elasticsearch.setup;

import java.util.Locale;

/** What setup did with an object. */
enum Change {
  CREATED,
  CHANGED,
  UNCHANGED,
  LEFT_OUT;

  /** How it is printed. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
