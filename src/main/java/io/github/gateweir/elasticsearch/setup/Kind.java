package io.github.gateweir.elasticsearch.setup;

import com.fasterxml.jackson.databind.JsonNode;

/** The kinds of objects that setup installs, in the order in which one needs the other. */
enum Kind {
  LIFECYCLE_POLICY("lifecycle policy", "/_ilm/policy/"),
  INGEST_PIPELINE("ingest pipeline", "/_ingest/pipeline/"),
  COMPONENT_TEMPLATE("component template", "/_component_template/"),
  INDEX_TEMPLATE("index template", "/_index_template/");

  private final String title;
  private final String path;

  Kind(String title, String path) {
    this.title = title;
    this.path = path;
  }

  /** What it is called, such as {@code index template}. */
  String title() {
    return title;
  }

  /** Where an object of this kind is read, written and deleted. */
  String path(String name) {
    return path + name;
  }

  /** The definition, as one would write it, in the answer to reading it. */
  JsonNode definition(String name, JsonNode answer) {
    return switch (this) {
      case LIFECYCLE_POLICY, INGEST_PIPELINE -> answer.path(name);
      case COMPONENT_TEMPLATE ->
          answer.path("component_templates").path(0).path("component_template");
      case INDEX_TEMPLATE -> answer.path("index_templates").path(0).path("index_template");
    };
  }

  /** Whose it is, in a definition of this kind. */
  JsonNode meta(JsonNode definition) {
    return (this == LIFECYCLE_POLICY ? definition.path("policy") : definition).path(Mark.META);
  }
}
