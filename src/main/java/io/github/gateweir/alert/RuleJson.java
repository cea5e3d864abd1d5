package io.github.gateweir.alert;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Writes what every alert says of its rule: {@code rule.*}, {@code threat.*}, the severity. */
public final class RuleJson {

  private RuleJson() {}

  /** Writes the members of {@code event} that follow from the rule. */
  public static void event(JsonGenerator json, AlertRule rule) throws IOException {
    json.writeStringField("kind", "alert");
    json.writeStringField("module", "gateweir");
    json.writeStringField("dataset", "gateweir.alert");
    strings(json, "category", List.of("intrusion_detection", "network"));
    json.writeNumberField("severity", rule.level().severity());
    json.writeNumberField("risk_score", rule.level().severity());
  }

  /** Writes {@code rule}. */
  public static void rule(JsonGenerator json, AlertRule rule) throws IOException {
    json.writeObjectFieldStart("rule");
    json.writeStringField("id", rule.id());
    json.writeStringField("name", rule.name());
    json.writeStringField("version", rule.version());
    json.writeStringField("description", rule.description());
    json.writeStringField("ruleset", rule.ruleset());
    if (rule.author() != null) {
      json.writeStringField("author", rule.author());
    }
    strings(json, "reference", rule.references());
    json.writeEndObject();
  }

  /** Writes {@code threat}, unless the rule names nothing of ATT&CK. */
  public static void threat(JsonGenerator json, AlertRule rule) throws IOException {
    List<Attack.Entry> tactics = Attack.tactics(rule.tags());
    List<Attack.Entry> techniques = Attack.techniques(rule.tags());
    if (tactics.isEmpty() && techniques.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("threat");
    json.writeStringField("framework", "MITRE ATT&CK");
    if (!tactics.isEmpty()) {
      json.writeObjectFieldStart("tactic");
      entries(json, tactics);
      json.writeEndObject();
    }
    if (!techniques.isEmpty()) {
      json.writeObjectFieldStart("technique");
      entries(json, techniques.stream().map(Attack::parent).distinct().toList());
      List<Attack.Entry> below = techniques.stream().filter(Attack.Entry::isSubtechnique).toList();
      if (!below.isEmpty()) {
        json.writeObjectFieldStart("subtechnique");
        entries(json, below);
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void entries(JsonGenerator json, List<Attack.Entry> entries) throws IOException {
    strings(json, "id", entries.stream().map(Attack.Entry::id).toList());
    strings(json, "name", entries.stream().map(Attack.Entry::name).toList());
    strings(json, "reference", entries.stream().map(Attack.Entry::reference).toList());
  }

  /** Writes {@code rule} below {@code gateweir}. */
  public static void own(JsonGenerator json, AlertRule rule) throws IOException {
    json.writeObjectFieldStart("rule");
    json.writeStringField("level", rule.level().label());
    strings(json, "falsepositives", rule.falsePositives());
    json.writeEndObject();
  }

  /** Writes an array of strings, unless there is none. */
  public static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    if (values.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
