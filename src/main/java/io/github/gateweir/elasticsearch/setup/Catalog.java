package io.github.gateweir.elasticsearch.setup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All that setup installs on a server with these abilities. The names are public interface.
 *
 * @param retention after how long documents are deleted, counted from their index's rollover
 * @param version this version of Gateweir
 */
record Catalog(Abilities abilities, Duration retention, String version) {

  static final String POLICY = "gateweir";
  static final String PIPELINE = "gateweir-ingested";
  static final String SETTINGS = "gateweir-settings";

  /** Above the templates that Elasticsearch brings for {@code logs-*-*}, which have 100. */
  private static final int PRIORITY = 500;

  /** Twice the default, so that there is room for fields that templates do not name. */
  private static final String MOST_FIELDS = "2000";

  /** Every object, in the order in which they can be installed. */
  List<Item> items() {
    List<Item> items = new ArrayList<>();
    items.add(policy());
    items.add(pipeline());
    items.add(settings());
    Arrays.stream(Component.values()).map(this::component).forEach(items::add);
    Arrays.stream(StreamTemplate.values()).map(this::indexTemplate).forEach(items::add);
    return items;
  }

  private Item policy() {
    String reason = abilities.noLifecycle();
    return reason == null
        ? Item.of(Kind.LIFECYCLE_POLICY, POLICY, LifecyclePolicy.of(retention, version))
        : Item.leftOut(Kind.LIFECYCLE_POLICY, POLICY, reason);
  }

  private Item pipeline() {
    String reason = abilities.noPipeline();
    if (reason != null) {
      return Item.leftOut(Kind.INGEST_PIPELINE, PIPELINE, reason);
    }
    ObjectNode definition = IngestPipeline.definition();
    return Item.of(
        Kind.INGEST_PIPELINE, PIPELINE, abilities.pipelineMeta() ? marked(definition) : definition);
  }

  private Item settings() {
    ObjectNode definition = object();
    ObjectNode settings = definition.withObjectProperty("template").withObjectProperty("settings");
    settings.put("index.mapping.total_fields.limit", MOST_FIELDS);
    if (abilities.hasPipeline()) {
      settings.put("index.final_pipeline", PIPELINE);
    }
    if (abilities.hasLifecycle()) {
      settings.put("index.lifecycle.name", POLICY);
    }
    return Item.of(Kind.COMPONENT_TEMPLATE, SETTINGS, marked(definition));
  }

  private Item component(Component component) {
    ObjectNode mapping = MappingJson.of(component.fields(), abilities.openObject());
    if (component == Component.EVENTS) {
      MappingJson.withDynamicRules(mapping, abilities.openObject());
    }
    ObjectNode definition = object();
    definition.withObjectProperty("template").set("mappings", mapping);
    return Item.of(Kind.COMPONENT_TEMPLATE, component.template(), marked(definition));
  }

  private Item indexTemplate(StreamTemplate stream) {
    ObjectNode definition = object().put("priority", PRIORITY);
    definition.withArrayProperty("index_patterns").add(stream.pattern());
    ArrayNode composedOf = definition.withArrayProperty("composed_of").add(SETTINGS);
    stream.components().forEach(component -> composedOf.add(component.template()));
    definition.withObjectProperty("data_stream");
    return Item.of(Kind.INDEX_TEMPLATE, stream.template(), marked(definition));
  }

  private ObjectNode marked(ObjectNode definition) {
    return definition.set(Mark.META, Mark.meta(version));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
