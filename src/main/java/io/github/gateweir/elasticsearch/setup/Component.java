package io.github.gateweir.elasticsearch.setup;

import java.util.List;
import java.util.function.Supplier;

/**
 * The component templates with mappings, in the order in which index templates put them together.
 */
enum Component {
  /** The fields of events and the rules for what is not named: part of every index template. */
  EVENTS("gateweir-events", EventFields::all),
  SESSIONS("gateweir-sessions", SessionFields::all),
  ALERTS("gateweir-alerts", AlertFields::all),
  DEAD_LETTERS("gateweir-dead-letters", DeadLetterFields::all);

  private final String template;
  private final Supplier<List<Field>> fields;

  Component(String template, Supplier<List<Field>> fields) {
    this.template = template;
    this.fields = fields;
  }

  /** The component template's name. */
  String template() {
    return template;
  }

  List<Field> fields() {
    return fields.get();
  }
}
