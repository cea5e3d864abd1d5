package io.github.gateweir.elasticsearch.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * An object that setup installs.
 *
 * @param kind what it is
 * @param name what it is called on the server
 * @param definition how it must be; null when this server cannot have it
 * @param reason why the server cannot have it; null when it can
 */
record Item(Kind kind, String name, @Nullable ObjectNode definition, @Nullable String reason) {

  static Item of(Kind kind, String name, ObjectNode definition) {
    return new Item(kind, name, definition, null);
  }

  static Item leftOut(Kind kind, String name, String reason) {
    return new Item(kind, name, null, reason);
  }

  /** What it is and what it is called, such as {@code ingest pipeline gateweir-ingested}. */
  String title() {
    return kind.title() + " " + name;
  }

  String path() {
    return kind.path(name);
  }
}
