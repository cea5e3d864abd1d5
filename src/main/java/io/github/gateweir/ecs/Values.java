package io.github.gateweir.ecs;

import io.github.gateweir.gateway.GatewayField;
import io.github.gateweir.gateway.JsonArrays;
import io.github.gateweir.gateway.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the values of one field are read from an event. */
final class Values {

  private static final int COMPOSED = -1;

  private final int slot;
  private final Function<EcsEvent, List<String>> reader;

  private Values(int slot, Function<EcsEvent, List<String>> reader) {
    this.slot = slot;
    this.reader = reader;
  }

  static Values piece(GatewayField field) {
    return slot(EcsEvent.slot(field));
  }

  static Values piece(Derived derived) {
    return slot(EcsEvent.slot(derived));
  }

  private static Values slot(int slot) {
    return new Values(slot, event -> single(event, slot));
  }

  static Values constant(String value) {
    return new Values(COMPOSED, event -> List.of(value));
  }

  /** The elements of an array, which an event keeps as JSON. */
  static Values array(GatewayField field) {
    int slot = EcsEvent.slot(field);
    return new Values(
        COMPOSED,
        event ->
            event.has(slot)
                ? JsonArrays.elements(event.text(), event.start(slot), event.end(slot))
                : List.of());
  }

  static Values message() {
    return new Values(
        COMPOSED,
        event ->
            List.of(
                new String(
                    JsonText.unescape(event.text(), 0, event.messageLength()),
                    StandardCharsets.UTF_8)));
  }

  static Values relatedIps() {
    return related((event, slots) -> Related.ips(event, Profile.EXTENDED, slots));
  }

  static Values relatedHosts() {
    return related(Related::hosts);
  }

  static Values relatedUsers() {
    return related(Related::users);
  }

  static Values suspect() {
    return new Values(COMPOSED, event -> event.timestampSuspect() ? List.of("true") : List.of());
  }

  static Values summary() {
    return new Values(COMPOSED, event -> List.of(Summary.of(event)));
  }

  private interface Collector {
    int collect(EcsEvent event, int[] slots);
  }

  private static Values related(Collector collector) {
    return new Values(
        COMPOSED,
        event -> {
          int[] slots = new int[Related.MOST];
          int count = collector.collect(event, slots);
          List<String> values = new ArrayList<>();
          for (int i = 0; i < count; i++) {
            values.addAll(single(event, slots[i]));
          }
          return values;
        });
  }

  private static List<String> single(EcsEvent event, int slot) {
    String value = event.string(slot);
    return value == null ? List.of() : List.of(value);
  }

  List<String> read(EcsEvent event) {
    return reader.apply(event);
  }

  @Nullable String first(EcsEvent event) {
    if (slot >= 0) {
      return event.string(slot);
    }
    List<String> all = read(event);
    return all.isEmpty() ? null : all.get(0);
  }

  int slot() {
    return slot;
  }
}
