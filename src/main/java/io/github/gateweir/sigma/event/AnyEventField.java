package io.github.gateweir.sigma.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field that may lie anywhere in an event: where {@link JsonField} finds it, or else in the
 * shallowest object below that has it.
 *
 * @param exact how the field is read from an object
 * @param name its name, compared without spaces to those of the object's members
 * @param attribute of the element that an underscore separates it from; null without underscore
 */
record AnyEventField(JsonField exact, String name, @Nullable JsonField attribute)
    implements EventField<JsonNode> {

  static AnyEventField named(String name) {
    return new AnyEventField(JsonField.named(name), name, attribute(name));
  }

  /** {@code Provider_Name} is how rules call the attribute Name of the element Provider. */
  private static @Nullable JsonField attribute(String name) {
    int underscore = name.indexOf('_');
    return underscore <= 0
        ? null
        : JsonField.named(
            name.substring(0, underscore) + ".#attributes." + name.substring(underscore + 1));
  }

  @Override
  public @Nullable Object read(JsonNode event) {
    Object found = exact.read(event);
    return found == ABSENT ? readBelow(event) : found;
  }

  private @Nullable Object readBelow(JsonNode event) {
    Deque<JsonNode> objects = new ArrayDeque<>();
    objects.add(event);
    while (!objects.isEmpty()) {
      JsonNode next = objects.remove();
      Object found = next.isObject() ? readObject(next) : ABSENT;
      if (found != ABSENT) {
        return found;
      }
      next.forEach(
          child -> {
            if (child.isContainerNode()) {
              objects.add(child);
            }
          });
    }
    return ABSENT;
  }

  private @Nullable Object readObject(JsonNode object) {
    Object found = exact.read(object);
    if (found == ABSENT && attribute != null) {
      found = attribute.read(object);
    }
    return found == ABSENT ? readSpaced(object) : found;
  }

  /** Windows Defender writes {@code Threat Name} where rules say ThreatName. */
  private @Nullable Object readSpaced(JsonNode object) {
    for (Iterator<Map.Entry<String, JsonNode>> members = object.fields(); members.hasNext(); ) {
      String member = members.next().getKey();
      if (member.indexOf(' ') >= 0 && member.replace(" ", "").equals(name)) {
        return JsonField.named(member).read(object);
      }
    }
    return ABSENT;
  }
}
