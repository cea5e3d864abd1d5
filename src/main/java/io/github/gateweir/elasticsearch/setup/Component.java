package io.github.gateweir.elasticsearch.setup;

import java.util.List;

/**
 * The component templates with mappings, in the order in which index templates put them together.
 */
enum Component {
  /** The fields of events and the rules for what is not named: part of every index template. */
  EVENTS("gateweir-events"),
  SESSIONS("gateweir-sessions"),
  ALERTS("gateweir-alerts"),
  DEAD_LETTERS("gateweir-dead-letters");

  private final String template;

  Component(String template) {
    this.template = template;
  }

  /** The component template's name. */
  String template() {
    return template;
  }

  List<Field> fields() {
    return switch (this) {
      case EVENTS -> EventFields.all();
      case SESSIONS -> SessionFields.all();
      case ALERTS -> AlertFields.all();
      case DEAD_LETTERS -> DeadLetterFields.all();
    };
  }
}
