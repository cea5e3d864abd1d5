package io.github.gateweir.elasticsearch.setup;

import java.util.List;
import java.util.stream.Stream;

/** The index templates, one for the data streams of each dataset. */
enum StreamTemplate {
  EVENTS("gateweir.gateway_network", Component.EVENTS),
  ALERTS("gateweir.alert", Component.EVENTS, Component.SESSIONS, Component.ALERTS),
  SESSIONS("gateweir.session", Component.EVENTS, Component.SESSIONS),
  DEAD_LETTERS("gateweir.dead_letter", Component.EVENTS, Component.DEAD_LETTERS);

  private final String dataset;
  private final List<Component> components;

  StreamTemplate(String dataset, Component... components) {
    this.dataset = dataset;
    this.components = List.of(components);
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
        Stream.of(template(), Catalog.SETTINGS), components.stream().map(Component::template));
  }

  List<Component> components() {
    return components;
  }
}
