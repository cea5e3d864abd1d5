package io.github.gateweir.elasticsearch.setup;

import java.util.List;
import java.util.stream.Stream;

/** The index templates, one for the data streams of each dataset. */
enum StreamTemplate {
  EVENTS("gateweir.gateway_network"),
  ALERTS("gateweir.alert"),
  SESSIONS("gateweir.session"),
  DEAD_LETTERS("gateweir.dead_letter");

  private final String dataset;

  StreamTemplate(String dataset) {
    this.dataset = dataset;
  }

  /** The index template's name. */
  String template() {
    return "logs-" + dataset;
  }

  /** The names of its data streams, which end with a namespace. */
  String pattern() {
    return template() + "-*";
  }

  /** The names of the index template and of all that it is composed of. */
  Stream<String> templates() {
    return Stream.concat(
        Stream.of(template(), Catalog.SETTINGS), components().stream().map(Component::template));
  }

  List<Component> components() {
    return switch (this) {
      case EVENTS -> List.of(Component.EVENTS);
      case ALERTS -> List.of(Component.EVENTS, Component.SESSIONS, Component.ALERTS);
      case SESSIONS -> List.of(Component.EVENTS, Component.SESSIONS);
      case DEAD_LETTERS -> List.of(Component.EVENTS, Component.DEAD_LETTERS);
    };
  }
}
