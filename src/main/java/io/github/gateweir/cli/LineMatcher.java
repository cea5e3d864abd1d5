package io.github.gateweir.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.detection.EcsModel;
import io.github.gateweir.ecs.EcsEvent;
import io.github.gateweir.sigma.compile.CompiledRules;
import io.github.gateweir.sigma.compile.Explanation;
import io.github.gateweir.sigma.compile.RuleCompiler;
import io.github.gateweir.sigma.compile.RuleMatcher;
import io.github.gateweir.sigma.event.AnyEventModel;
import io.github.gateweir.sigma.event.JsonModel;
import io.github.gateweir.sigma.rule.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Matches raw records or JSON documents against rules. */
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
    forDocuments =
        new RuleCompiler<>(anyEvent ? new AnyEventModel() : new JsonModel()).compile(rules);
    records = forRecords.matcher();
    documents = forDocuments.matcher();
  }

  /**
   * A raw record or a document.
   *
   * @param number of the line it begins in
   * @param record the text of a raw record; null when it is a document
   */
  record Input(long number, JsonNode json, String record) {

    /** A raw record, or the ECS document that it is already. */
    static Input of(long number, String line) throws IOException {
      JsonNode json = EventReader.json(number, line);
      return new Input(number, json, EventReader.isEcs(json) ? null : line);
    }
  }

  /** Takes an input. */
  @FunctionalInterface
  interface InputHandler {
    void accept(Input input) throws IOException;
  }

  /** Reads files line by line; documents of any kind may take several lines. */
  void read(List<String> files, InputHandler handler) throws IOException {
    if (anyEvent) {
      EventReader.readDocuments(
          files, (number, json) -> handler.accept(new Input(number, json, null)));
    } else {
      EventReader.read(files, (number, line) -> handler.accept(Input.of(number, line)));
    }
  }

  /** The rules that an input matches; none when it is a record that does not become an event. */
  List<Rule> match(Input input) {
    List<Rule> matches = new ArrayList<>();
    if (input.record() == null) {
      documents.match(input.json(), matches::add);
    } else {
      EcsEvent event = reader.map(input.record());
      if (event != null) {
        records.match(event, matches::add);
      }
    }
    return matches;
  }

  /** What became of each part of a rule for an input. */
  Explanation explain(Rule rule, Input input) {
    if (input.record() == null) {
      return forDocuments.explain(rule, input.json());
    }
    EcsEvent event = reader.map(input.record());
    if (event == null) {
      throw new UsageException(
          "Line %d is a record that does not become an event: see gateweir map."
              .formatted(input.number()));
    }
    return forRecords.explain(rule, event);
  }
}
