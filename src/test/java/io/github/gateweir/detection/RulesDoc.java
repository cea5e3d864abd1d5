package io.github.gateweir.detection;

import io.github.gateweir.alert.Attack;
import io.github.gateweir.intel.InvalidListException;
import io.github.gateweir.intel.RuleList;
import io.github.gateweir.intel.RuleLists;
import io.github.gateweir.sigma.Mark;
import io.github.gateweir.sigma.rule.Correlation;
import io.github.gateweir.sigma.rule.Problem;
import io.github.gateweir.sigma.rule.Rule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The text of docs/rules.md, made from the rules and lists that come with the program. */
final class RulesDoc {

  private static final long WINDOW = 300_000;
  private static final String MIN_STATUS = "test";
  private static final String FOLDER = "gateweir/";

  private static final String HEAD =
      """
      # The rules that come with Gateweir

      Written from the rules in `src/main/resources/rules` and the lists in
      `src/main/resources/intel`; do not edit it, but run
      `mvn test -Dtest=RulesDocTest -Dgateweir.docs.write=true`.

      %d Sigma rules and correlations, of which this release evaluates %d. A rule below
      `gateweir.rules.min-status` (`test` by default) is not evaluated; with
      `gateweir.rules.shipped: false` none of them is. [writing-rules.md](writing-rules.md) says how
      to add your own, [sigma-support.md](sigma-support.md) which part of Sigma they may use.

      Alerts of one rule with the same values in the fields of the last column are alike: in
      one window of event time (`gateweir.rules.suppress-window`, 5 min by default) the first goes
      out at once and a summary of the others at its end.

      | rule | id | level | status | tactics | techniques | evaluated | held together by |
      |---|---|---|---|---|---|---|---|
      """;

  private static final String LIMITS =
      """

      *Correlation Potential DNS Tunnel* is also the name of the alert on long domains in one session,
      which the job raises now ([README](../README.md#sessions)); the table speaks of the Sigma
      correlation of that name, which counts over all sessions of a device or user.

      ## Limits

      - **Only names in TLS are seen.** The domain of a record is the server name of the TLS handshake.
        With Encrypted Client Hello it is the outer name; a plain DNS query has none. So a tunnel shows
        here when its carrier is TLS, and a rule over domains is silent on connections by address.
      - **One record is one connection**, not one request: what happened inside it, how many bytes it
        carried and what was asked for are not in the log. A rule cannot tell a look at a website from
        an upload to it.
      - `source.ip` is mostly the egress of your own network, so rules over who scans you have little
        to go by; their `falsepositives` say so.
      - A list is as old as the release. It holds the well-known entries of its kind, not all of them,
        and of Tor relays only the directory authorities. Put a newer one in its place with
        `gateweir.rules.lists-path`.

      ## Lists

      A rule names a list as `%NAME%`. Behind a list `X_domains` stands also `%X_subdomains%`, each value
      with a dot in front, for names below it; behind a list of addresses with ports also
      `%NAME_PORT%`. The head of each file gives its date, its sources, and what was left out.

      | list | values | rules that name it |
      |---|---|---|
      """;

  private final TreeMap<String, byte[]> files = RuleFiles.shipped();
  private final Detections detections;
  private final StringBuilder text = new StringBuilder();

  private RulesDoc() throws InvalidListException {
    detections = new RuleFiles(files, new TreeMap<>(), MIN_STATUS, WINDOW).load();
  }

  static String text() throws InvalidListException {
    return new RulesDoc().write();
  }

  private String write() {
    TreeMap<String, String> rows = new TreeMap<>();
    detections.set().rules().forEach(rule -> rows.put(rule.title(), row(rule)));
    detections.set().correlations().forEach(rule -> rows.put(rule.title(), row(rule)));
    text.append(HEAD.formatted(rows.size(), detections.all().size()));
    rows.values().forEach(text::append);
    text.append(LIMITS);
    RuleLists.shipped().lists().forEach(this::list);
    return text.toString();
  }

  private String row(Rule rule) {
    return row(
        "[%s](%s)".formatted(rule.title(), link(rule.mark())),
        "`%s`".formatted(rule.id()),
        String.valueOf(rule.level()),
        String.valueOf(rule.status()),
        attack(Attack.tactics(rule.tags())),
        attack(Attack.techniques(rule.tags())),
        evaluated(rule),
        group(rule));
  }

  private String row(Correlation rule) {
    return row(
        "[%s](%s)".formatted(rule.title(), link(rule.mark())),
        "`%s`".formatted(rule.id()),
        String.valueOf(rule.level()),
        String.valueOf(rule.status()),
        attack(Attack.tactics(rule.tags())),
        attack(Attack.techniques(rule.tags())),
        "no: " + remark(rule.mark()),
        "");
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String link(Mark mark) {
    return "../src/main/resources/rules/" + mark.file().substring(FOLDER.length());
  }

  private static String attack(List<Attack.Entry> entries) {
    return entries.stream()
        .map(entry -> "[%s](%s) %s".formatted(entry.id(), entry.reference(), entry.name()))
        .collect(Collectors.joining(", "));
  }

  private String evaluated(Rule rule) {
    if (detections.all().stream().anyMatch(detection -> detection.rule().equals(rule))) {
      return "yes";
    }
    String remark = remark(rule.mark());
    return "no: "
        + (remark.isEmpty()
            ? "its status is below `gateweir.rules.min-status: %s`.".formatted(MIN_STATUS)
            : remark);
  }

  private String remark(Mark mark) {
    return detections.problems().stream()
        .filter(problem -> problem.mark().equals(mark))
        .map(Problem::message)
        .collect(Collectors.joining(" "));
  }

  private static String group(Rule rule) {
    return Suppression.of(rule, WINDOW).by().stream()
        .map("`%s`"::formatted)
        .collect(Collectors.joining(", "));
  }

  private void list(RuleList list) {
    text.append(
        row(
            "[%1$s](../src/main/resources/intel/%1$s.txt)".formatted(list.name()),
            Integer.toString(list.values().size()),
            users(list.name())));
  }

  private String users(String list) {
    String stem = list.endsWith("_domains") ? list.substring(0, list.length() - 7) : list;
    return files.entrySet().stream()
        .filter(file -> new String(file.getValue(), StandardCharsets.UTF_8).contains("%" + stem))
        .map(Map.Entry::getKey)
        .map(this::title)
        .collect(Collectors.joining(", "));
  }

  private String title(String file) {
    return detections.set().rules().stream()
        .filter(rule -> rule.mark().file().equals(file))
        .map(Rule::title)
        .collect(Collectors.joining(", "));
  }
}
