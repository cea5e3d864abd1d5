package io.github.gateweir.elasticsearch.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The policy that begins a new index when one is large or old, and deletes old ones. */
final class LifecyclePolicy {

  private static final String PHASES = "phases";
  private static final String ACTIONS = "actions";
  private static final String MAX_SHARD_SIZE = "50gb";
  private static final String MAX_AGE = "30d";

  private LifecyclePolicy() {}

  /**
   * The policy, with every value that Elasticsearch would add itself, so that it reads as it was
   * written.
   */
  static ObjectNode of(Duration retention, String version) {
    ObjectNode definition = JsonNodeFactory.instance.objectNode();
    ObjectNode policy = definition.withObjectProperty("policy");
    policy.set(Mark.META, Mark.meta(version));
    action(policy, "hot", "0ms", "rollover")
        .put("max_primary_shard_size", MAX_SHARD_SIZE)
        .put("max_age", MAX_AGE);
    action(policy, "delete", time(retention), "delete").put("delete_searchable_snapshot", true);
    return definition;
  }

  private static ObjectNode action(ObjectNode policy, String phase, String age, String action) {
    return policy
        .withObjectProperty(PHASES)
        .withObjectProperty(phase)
        .put("min_age", age)
        .withObjectProperty(ACTIONS)
        .withObjectProperty(action);
  }

  /**
   * Removes from the actions of a policy that was read what the written one does not name: a newer
   * Elasticsearch may have put in defaults of its own.
   */
  static void dropDefaults(ObjectNode read, JsonNode written) {
    JsonNode phases = phases(written);
    phases(read)
        .properties()
        .forEach(
            phase ->
                actions(phase.getValue())
                    .properties()
                    .forEach(
                        action ->
                            retain(
                                action.getValue(),
                                actions(phases.path(phase.getKey())).path(action.getKey()))));
  }

  private static void retain(JsonNode values, JsonNode named) {
    if (values instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      named.fieldNames().forEachRemaining(names::add);
      object.retain(names);
    }
  }

  private static JsonNode phases(JsonNode definition) {
    return definition.path("policy").path(PHASES);
  }

  private static JsonNode actions(JsonNode phase) {
    return phase.path(ACTIONS);
  }

  private static String time(Duration duration) {
    long days = duration.toDays();
    return duration.equals(Duration.ofDays(days)) ? days + "d" : duration.toMillis() + "ms";
  }
}
