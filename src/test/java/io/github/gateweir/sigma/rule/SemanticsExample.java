package io.github.gateweir.sigma.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.gateweir.sigma.compile.RuleCompiler;
import io.github.gateweir.sigma.compile.RuleMatcher;
import io.github.gateweir.sigma.event.JsonModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A line of the documentation on what rules mean.
 *
 * @param meaning what it shows
 * @param search of a rule, in YAML
 * @param match an event that it matches, in JSON
 * @param noMatch an event that it does not match, in JSON
 */
record SemanticsExample(String meaning, String search, String match, String noMatch) {

  private static final String FILE = "/docs/sigma-semantics.tsv";
  private static final ObjectReader JSON = JsonModel.reader();

  static List<SemanticsExample> all() throws IOException {
    try (InputStream in = SemanticsExample.class.getResourceAsStream(FILE)) {
      byte[] utf8 = Objects.requireNonNull(in, FILE).readAllBytes();
      return new String(utf8, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(part -> new SemanticsExample(part[0], part[1], part[2], part[3]))
          .toList();
    }
  }

  /** Whether the search matches an event. */
  boolean matches(String event) throws IOException {
    RuleSet set = SampleRules.set(Environment.ANY_EVENT, SampleRules.withSearch(search));
    RuleMatcher<JsonNode> matcher =
        new RuleCompiler<>(new JsonModel()).compile(set.rules()).matcher();
    List<Rule> matched = new ArrayList<>();
    matcher.match(JSON.readValue(event), matched::add);
    return matched.equals(set.rules()) && set.problems().isEmpty();
  }

  @Override
  public String toString() {
    return meaning + ": " + search;
  }
}
