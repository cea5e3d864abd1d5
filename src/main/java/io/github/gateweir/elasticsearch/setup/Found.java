package io.github.gateweir.elasticsearch.setup;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * An object that setup installs, beside what the server has under its name.
 *
 * @param there the server's definition; null when it has none
 */
record Found(Item item, @Nullable JsonNode there) {

  /** Whether the server's is somebody else's. */
  boolean isForeign() {
    return there != null && !Mark.isOn(item.kind(), there);
  }

  /** What has to be done with the object. */
  Change change() {
    if (item.definition() == null) {
      return Change.LEFT_OUT;
    }
    if (there == null) {
      return Change.CREATED;
    }
    return wanted(false).equals(present(false)) ? Change.UNCHANGED : Change.CHANGED;
  }

  /** Whether more than the mark changes, so that new indices come out otherwise than old ones. */
  boolean changesIndices() {
    return switch (change()) {
      case CREATED -> true;
      case CHANGED -> !wanted(true).equals(present(true));
      case UNCHANGED, LEFT_OUT -> false;
    };
  }

  private JsonNode wanted(boolean contentOnly) {
    return normal(requireNonNull(item.definition()), contentOnly);
  }

  private JsonNode present(boolean contentOnly) {
    ObjectNode present = requireNonNull(there).deepCopy();
    if (item.kind() == Kind.LIFECYCLE_POLICY) {
      LifecyclePolicy.dropDefaults(present, requireNonNull(item.definition()));
    }
    return normal(present, contentOnly);
  }

  private static JsonNode normal(JsonNode definition, boolean contentOnly) {
    return contentOnly ? Normal.content(definition) : Normal.of(definition);
  }
}
