package io.github.gateweir.sigma.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.sigma.match.Decimals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field of JSON objects.
 *
 * @param name the member of that name has the value, if there is one
 * @param paths otherwise the first of these that leads to a value
 */
record JsonField(String name, List<Path> paths) implements EventField<JsonNode> {

  /** A member and the field below it. */
  record Path(String member, JsonField rest) {}

  static JsonField named(String name) {
    List<JsonField> shorter = new ArrayList<>();
    JsonField field = new JsonField(name, List.of());
    for (int start = name.length(); start >= 0; start--) {
      if (start == 0 || name.charAt(start - 1) == '.') {
        field = new JsonField(name.substring(start), paths(name, start, shorter));
        shorter.add(0, field);
      }
    }
    return field;
  }

  /** The fields behind each of the dots exist by now, the longest first. */
  private static List<Path> paths(String name, int start, List<JsonField> shorter) {
    List<Path> paths = new ArrayList<>();
    for (JsonField rest : shorter) {
      int end = name.length() - rest.name.length() - 1;
      paths.add(new Path(name.substring(start, end), rest));
    }
    return List.copyOf(paths);
  }

  @Override
  public @Nullable Object read(JsonNode node) {
    if (node.isArray()) {
      return readAny(node);
    }
    JsonNode value = node.get(name);
    if (value != null) {
      return value(value);
    }
    for (Path path : paths) {
      JsonNode child = node.get(path.member());
      Object found = child == null ? ABSENT : path.rest().read(child);
      if (found != ABSENT) {
        return found;
      }
    }
    return ABSENT;
  }

  /** The values in an array of objects, as one list; a single one as it is. */
  private @Nullable Object readAny(JsonNode array) {
    List<@Nullable Object> all = new ArrayList<>();
    for (JsonNode element : array) {
      Object found = read(element);
      if (found != ABSENT) {
        all.add(found);
      }
    }
    return all.isEmpty() ? ABSENT : all.size() == 1 ? all.get(0) : all;
  }

  private static @Nullable Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node);
      case ARRAY -> elements(node);
      case OBJECT -> Map.of();
      default -> null;
    };
  }

  private static @Nullable Object number(JsonNode node) {
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return node.longValue();
    }
    return Decimals.of(node.numberValue());
  }

  private static List<@Nullable Object> elements(JsonNode array) {
    List<@Nullable Object> elements = new ArrayList<>(array.size());
    for (JsonNode element : array) {
      elements.add(value(element));
    }
    return Collections.unmodifiableList(elements);
  }
}
