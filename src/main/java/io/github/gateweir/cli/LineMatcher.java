package io.github.gateweir.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.detection.EcsModel;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.sigma.compile.CompiledRules;
import io.github.gateweir.sigma.compile.Explanation;
import io.github.gateweir.sigma.compile.RuleCompiler;
import io.github.gateweir.sigma.compile.RuleMatcher;
import io.github.gateweir.sigma.event.JsonModel;
import io.github.gateweir.sigma.rule.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Matches lines, raw records or JSON documents, against rules. */
final class LineMatcher {

  private final boolean anyEvent;
  private final CompiledRules<EcsEvent> forRecords;
  private final CompiledRules<JsonNode> forDocuments;
  private final RuleMatcher<EcsEvent> records;
  private final RuleMatcher<JsonNode> documents;
  private final EventReader reader = new EventReader();

  /**
   * A matcher.
   *
   * @param anyEvent whether lines are documents of any kind; if not, a line that is no ECS document
   *     is a raw record
   */
  LineMatcher(List<Rule> rules, boolean anyEvent) {
    this.anyEvent = anyEvent;
    forRecords = new RuleCompiler<>(new EcsModel()).compile(anyEvent ? List.of() : rules);
    forDocuments = new RuleCompiler<>(new JsonModel()).compile(rules);
    records = forRecords.matcher();
    documents = forDocuments.matcher();
  }

  /** The rules that a line matches; none when it is a record that does not become an event. */
  List<Rule> match(long number, String line) throws IOException {
    List<Rule> matches = new ArrayList<>();
    JsonNode document = document(number, line);
    if (document != null) {
      documents.match(document, matches::add);
    } else {
      EcsEvent event = reader.map(line);
      if (event != null) {
        records.match(event, matches::add);
      }
    }
    return matches;
  }

  /** What became of each part of a rule for a line. */
  Explanation explain(Rule rule, long number, String line) throws IOException {
    JsonNode document = document(number, line);
    if (document != null) {
      return forDocuments.explain(rule, document);
    }
    EcsEvent event = reader.map(line);
    if (event == null) {
      throw new UsageException(
          "Line %d is a record that does not become an event: see gateweir map.".formatted(number));
    }
    return forRecords.explain(rule, event);
  }

  private JsonNode document(long number, String line) throws IOException {
    JsonNode document = EventReader.json(number, line);
    return anyEvent || EventReader.isEcs(document) ? document : null;
  }
}
