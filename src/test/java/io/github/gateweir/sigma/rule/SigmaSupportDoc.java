package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.rule.Problem.Code;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The text of docs/sigma-support.md, with lists from the code and examples that are tested. */
@SuppressWarnings("NullAway") // what is missing fails the test
final class SigmaSupportDoc {

  private static final String HEAD =
      """
      # What of Sigma is supported

      Written from `io.github.gateweir.sigma`; do not edit it, but run
      `mvn test -Dtest=SigmaSupportDocTest -Dgateweir.docs.write=true`.

      Gateweir reads rules, correlations and filters of the
      [Sigma specification](https://github.com/SigmaHQ/sigma-specification), version 2.1. What a rule asks
      for is done exactly, or the rule is refused with its file, line and column, the fragment that
      is at fault, and what to do. Nothing is silently left out. A refused rule does not stop the
      others.

      ## Rules

      - A file holds one document or several, in YAML 1.2, UTF-8. Of two documents with one `id` the
        second is refused.
      - A search is a map, whose keys all must match; a list of maps, of which one must; or a list of
        texts, the keywords.
      - Conditions: `not` binds before `and`, and `and` before `or`; parentheses; `1 of`, `any of` and
        `all of` with a pattern or `them`. A list of conditions matches if one of them does. Names that
        begin with `_` are not among `them`, nor in a pattern that does not begin with `_`.
      - A regular expression runs in linear time (RE2), whatever an event holds. So what needs going
        back is refused: looking ahead or behind, back references, possessive and atomic groups.
      - Not supported, because the specification has given them up: aggregations behind a `|` in a
        condition, `timeframe` in a detection, collections by `action`. Write a correlation.
        Conditions of correlations as a text (`a and b`) are refused too.
      - Keys that the specification does not know are kept and ignored, except `gateweir.suppress`
        ([writing-rules.md](writing-rules.md)) and, in filters, `gateweir.filter`.

      ## Modifiers

      Modifiers of one row exclude each other, except the flags of `re`.

      | modifiers | meaning | example |
      |---|---|---|
      """;

  private static final String CHAINS =
      """

      A chain is read from left to right. These go together, and any other chain is refused:

      | family | modifiers |
      |---|---|
      """;

  private static final String MEANING =
      """

      What makes bytes of a value stands behind what changes its text: `windash|wide|base64offset|contains`.
      `wide`, `utf16`, `utf16le` and `utf16be` are followed by `base64` or `base64offset`.

      ## What rules mean

      Sigma leaves some points open, and engines differ in them. Here they are decided like this. Each
      line is tested; `%colours%` there is a list with the entries `red` and `light*blue`.

      | point | search | matches | does not match |
      |---|---|---|---|
      """;

  private static final String LOG_SOURCES =
      """

      ## Log sources and fields

      A rule runs only on events that its `logsource` admits. Gateweir's own is
      `product: cloudflare` with `service: gateway_network`; its fields are those of
      [mapping.md](mapping.md), and what Cloudflare sends under a new name is
      `cloudflare.unmapped.NAME`. Rules for the generic categories below run too. Their fields are read
      as the table says; a field that is not in it is read by its own name if events have such a field.
      For these categories the products windows, linux and macos are ignored with a warning, because a
      record does not tell the operating system. Every record is a connection, so each category admits every
      record: what a rule asks of the fields decides.

      | category | fields |
      |---|---|
      """;

  private static final String FILTERS =
      """

      ## Filters

      A filter narrows the rules that it names, or with `rules: any` all rules whose log source says at
      least what the filter's does. Its searches have names of their own, so they never collide with a rule's.

      - `condition: not internal` is added to the rules' conditions with `and`, as it is written.
      - `condition: internal`, the form without negation, is what the specification's own example
        has for exclusion. It is taken as `not internal`, with the warning `filter-polarity`.
      - A condition with searches both with and without `not` is refused, because it is unclear what
        it excludes. `gateweir.filter: keep` in the filter has it taken as it is written.
      - Filters are for rules, not for correlations.

      An example that keeps all rules silent on the accounts of one's own scanners. Events without a
      `user.name` still raise alerts:

      ```yaml
      title: Scanners of our own
      logsource:
        product: cloudflare
        service: gateway_network
      filter:
        rules: any
        own:
          user.name|startswith: svc_scan
        condition: not own
      ```

      ## Correlations

      **Correlations are read and checked, but this release does not evaluate them yet**: each gets the
      warning `not-evaluated`. A rule that a correlation names without `generate: true` gives no alert of its own,
      as the specification has it, so until then it gives none at all.

      | type | condition |
      |---|---|
      """;

  private static final String CORRELATIONS =
      """

      `rules` are named by `id` or `name`. A correlation may name correlations, but not more than two levels are
      stacked, and none may lead back to itself. `timespan` is a number with `s`, `m`, `h` or `d`; `group-by` and `aliases` are as the
      specification has them; a condition has one of `gt`, `gte`, `lt`, `lte`, `eq`, `neq`, or a lower and an upper bound.

      ## Problems and their codes

      `gateweir rules check` prints problems as `FILE:LINE:COLUMN: SEVERITY: MESSAGE [CODE]`. An error
      means that the rule does not run.

      | code | severity | meaning |
      |---|---|---|
      """;

  private SigmaSupportDoc() {}

  static String text() throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    Arrays.stream(Modifier.Kind.values()).forEach(kind -> text.append(modifiers(kind)));
    text.append(CHAINS);
    Arrays.stream(Family.values()).forEach(family -> text.append(chain(family)));
    text.append(MEANING);
    for (SemanticsExample each : SemanticsExample.all()) {
      text.append(
          row(each.meaning(), code(each.search()), code(each.match()), code(each.noMatch())));
    }
    text.append(LOG_SOURCES);
    fieldsByCategory().forEach((category, fields) -> text.append(row(code(category), fields)));
    text.append(FILTERS);
    Arrays.stream(Correlation.Type.values()).forEach(type -> text.append(correlation(type)));
    text.append(CORRELATIONS);
    Arrays.stream(Code.values()).forEach(code -> text.append(problem(code)));
    return text.toString();
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /** A bar would end the cell of a table, even in code. */
  private static String code(String text) {
    return "`" + text.replace("|", "\\|") + "`";
  }

  private static String modifiers(Modifier.Kind kind) {
    String labels =
        Arrays.stream(Modifier.values())
            .filter(modifier -> modifier.kind() == kind)
            .map(modifier -> code(modifier.label()))
            .collect(Collectors.joining(", "));
    return switch (kind) {
      case AFFIX -> row(labels, "the value is anywhere, first or last", code("f|endswith: .zip"));
      case WINDASH ->
          row(
              labels,
              "any of five dashes may introduce an option",
              code("f|windash|contains: ' -x'"));
      case WIDE -> row(labels, "the value's bytes in UTF-16", code("f|wide|base64: cmd"));
      case BASE64 ->
          row(labels, "the value's bytes in base64", code("f|base64offset|contains: cmd"));
      case EXPAND -> row(labels, "`%NAME%` stands for a list", code("f|expand: '%eicar_domains%'"));
      case CASED -> row(labels, "case matters", code("f|cased: Admin"));
      case ALL -> row(labels, "all values of the list, not one", code("f|contains|all: [a, b]"));
      case NEQ -> row(labels, "the item does not match", code("f|neq: 443"));
      case RE -> row(labels, "a regular expression, RE2's kind", code("f|re: '^[0-9a-f]{32}$'"));
      case FLAG ->
          row(
              labels,
              "flags of `re`: case is ignored, `^` and `$` match at lines, `.` matches line ends",
              code("f|re|i|s: 'a.b'"));
      case CIDR -> row(labels, "in a network, IPv4 or IPv6", code("f|cidr: 192.0.2.0/24"));
      case EXISTS -> row(labels, "the field is there, or is not", code("f|exists: false"));
      case FIELDREF -> row(labels, "the value is the name of another field", code("f|fieldref: g"));
      case COMPARISON -> row(labels, "numbers, compared exactly", code("f|gte: 1024"));
      case TIME -> row(labels, "a part of a time, in UTC", code("f|hour: [22, 23]"));
    };
  }

  private static String chain(Family family) {
    String name =
        switch (family) {
          case EXISTS -> "presence";
          case REGEX -> "regular expressions";
          case NETWORK -> "networks";
          case FIELD -> "other fields";
          case TIME -> "times";
          case COMPARISON -> "numbers";
          case TEXT -> "texts, numbers and booleans";
        };
    return row(name, family.legal());
  }

  private static Map<String, String> fieldsByCategory() throws IOException {
    FieldMapping mapping = FieldMapping.shipped();
    Map<String, String> rows = new TreeMap<>();
    for (Map<?, ?> transformation : transformations()) {
      for (Object condition : (List<?>) transformation.get("rule_conditions")) {
        String category = String.valueOf(((Map<?, ?>) condition).get("category"));
        rows.put(
            category,
            ((Map<?, ?>) transformation.get("mapping"))
                .keySet().stream()
                    .map(String::valueOf)
                    .map(name -> code(name) + " → " + code(mapping.field(name, category)))
                    .collect(Collectors.joining(", ")));
      }
    }
    return rows;
  }

  private static List<Map<?, ?>> transformations() throws IOException {
    try (InputStream in = FieldMapping.class.getResourceAsStream("/rules-mapping/generic.yml")) {
      Map<?, ?> file =
          (Map<?, ?>)
              new Load(LoadSettings.builder().build())
                  .loadFromInputStream(Objects.requireNonNull(in));
      return ((List<?>) file.get("transformations"))
          .stream().<Map<?, ?>>map(each -> (Map<?, ?>) each).toList();
    }
  }

  private static String correlation(Correlation.Type type) {
    return row(
        code(type.label()),
        switch (type) {
          case EVENT_COUNT -> "how many events";
          case VALUE_COUNT -> "how many different values of `field`, or of several together";
          case TEMPORAL -> "each of the rules has matched; a number of rules where it says one";
          case TEMPORAL_ORDERED -> "the same, in the order of the rules";
          case VALUE_SUM -> "the sum of `field`";
          case VALUE_AVG -> "the average of `field`";
          case VALUE_PERCENTILE -> "the percentile of `field` that `percentile` names";
          case VALUE_MEDIAN -> "the median of `field`";
        });
  }

  private static String problem(Code code) {
    return switch (code) {
      case YAML -> problem(code, "error", "The file is not YAML, or not in UTF-8.");
      case STRUCTURE ->
          problem(
              code,
              "error or warning",
              "A key is missing, has the wrong type, or a value that the specification does not know.");
      case DUPLICATE_ID -> problem(code, "error", "Another document has the same id.");
      case CONDITION ->
          problem(
              code,
              "error",
              "The condition breaks the grammar, or names a search that is not there.");
      case MODIFIER ->
          problem(code, "error", "There is no such modifier, or the chain is not allowed.");
      case VALUE ->
          problem(
              code,
              "error",
              "Its modifiers cannot take the value, such as a network with bits behind its prefix.");
      case REGEX -> problem(code, "error", "The regular expression cannot run in linear time.");
      case UNSUPPORTED -> problem(code, "error", "A part of Sigma that is refused, see above.");
      case UNSUPPORTED_FIELD -> problem(code, "error", "No event can have the field.");
      case UNSUPPORTED_LOGSOURCE -> problem(code, "error", "The rule is for other events.");
      case UNRESOLVED_PLACEHOLDER -> problem(code, "error", "The list is not there, or is empty.");
      case FILTER_POLARITY ->
          problem(code, "warning", "A filter without negation is taken as negated.");
      case FILTER_TARGET -> problem(code, "warning", "The filter finds no rule to filter.");
      case NOT_EVALUATED ->
          problem(code, "warning", "The document is right, but this release does not evaluate it.");
      case IGNORED ->
          problem(code, "warning", "Something is ignored because records do not tell it.");
    };
  }

  private static String problem(Code code, String severity, String meaning) {
    return row(code(code.label()), severity, meaning);
  }
}
