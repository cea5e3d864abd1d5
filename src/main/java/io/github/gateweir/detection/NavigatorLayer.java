package io.github.gateweir.detection;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gateweir.alert.Attack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What rules cover of ATT&CK, as a layer of the ATT&CK Navigator: for each technique the number of
 * rules as its score, and their titles as its comment.
 *
 * @see <a href="https://github.com/mitre-attack/attack-navigator/tree/master/layers">layer format
 *     4.5</a>
 */
public final class NavigatorLayer {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LOW_COLOUR = "#fff3cd";
  private static final String HIGH_COLOUR = "#d9480f";

  private NavigatorLayer() {}

  /**
   * The layer.
   *
   * @param tagsByTitle the Sigma tags of each rule by its title
   */
  public static String of(Map<String, List<String>> tagsByTitle) {
    Map<String, List<String>> titles = new TreeMap<>();
    tagsByTitle.forEach(
        (title, tags) ->
            Attack.techniques(tags).stream()
                .map(Attack.Entry::id)
                .distinct()
                .forEach(id -> titles.computeIfAbsent(id, none -> new ArrayList<>()).add(title)));
    ObjectNode layer = JSON.createObjectNode();
    layer.put("name", "Gateweir");
    layer.putObject("versions").put("layer", "4.5").put("navigator", "4.9.0");
    layer.put("domain", "enterprise-attack");
    layer.put("description", "The score of a technique is the number of rules that detect it.");
    ArrayNode techniques = layer.putArray("techniques");
    titles.forEach((id, of) -> technique(techniques.addObject(), id, of));
    gradient(layer, titles.values().stream().mapToInt(List::size).max().orElse(1));
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(layer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void technique(ObjectNode technique, String id, List<String> titles) {
    technique.put("techniqueID", id);
    technique.put("score", titles.size());
    technique.put("comment", String.join("\n", titles));
    technique.put("enabled", true);
    technique.put("showSubtechniques", id.indexOf('.') >= 0);
  }

  private static void gradient(ObjectNode layer, int most) {
    ObjectNode gradient = layer.putObject("gradient");
    gradient.putArray("colors").add(LOW_COLOUR).add(HIGH_COLOUR);
    gradient.put("minValue", 0);
    gradient.put("maxValue", most);
  }
}
