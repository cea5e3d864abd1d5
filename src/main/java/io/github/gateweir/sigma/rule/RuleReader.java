package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;
import io.github.gateweir.sigma.rule.Problem.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads rule files: YAML with one or more documents, each a rule, a correlation or a filter.
 * Whatever is wrong becomes a {@link Problem}, and refuses its document only; nothing is thrown.
 */
public final class RuleReader {

  private final Placeholders placeholders;

  /**
   * A reader.
   *
   * @param placeholders the lists that rules may name
   */
  public RuleReader(Placeholders placeholders) {
    this.placeholders = placeholders;
  }

  /**
   * Reads a file.
   *
   * @param file its name, for messages
   * @param content all of its bytes
   */
  public RuleFile read(String file, byte[] content) {
    List<YamlReader.Read> parts = new YamlReader(file).read(content);
    List<Document> documents = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (YamlReader.Read part : parts) {
      documents.add(document(part, problems));
    }
    if (parts.isEmpty()) {
      Mark mark = new Mark(file, 1, 1);
      Problems none = new Problems("");
      none.error(mark, Code.YAML, "The file is empty: write a rule into it, or delete it.");
      documents.add(new Document.Refused(null, null, mark));
      problems.addAll(none.all());
    }
    problems.sort(Comparator.comparing(Problem::mark));
    return new RuleFile(documents, problems);
  }

  private Document document(YamlReader.Read part, List<Problem> all) {
    Keys silent = part.root() instanceof Node.Fields map ? new Keys(map, new Problems("")) : null;
    String id = silent == null ? null : silent.text("id");
    String name = silent == null ? null : silent.text("name");
    Problems problems = new Problems(label(silent, id));
    problems.addAll(part.problems());
    Document document = part.root() == null ? null : read(part.root(), problems);
    all.addAll(problems.all());
    return document == null || problems.refuse()
        ? new Document.Refused(id, name, part.mark())
        : document;
  }

  private static String label(@Nullable Keys document, @Nullable String id) {
    String title = document == null ? null : document.text("title");
    return Optional.ofNullable(title).or(() -> Optional.ofNullable(id)).orElse("");
  }

  private @Nullable Document read(Node root, Problems problems) {
    if (!(root instanceof Node.Fields map)) {
      problems.error(
          root.mark(),
          Code.STRUCTURE,
          "Here is %s where a rule must be: write a map that begins with title."
              .formatted(root.kind()));
      return null;
    }
    Keys keys = new Keys(map, problems);
    Node.Entry action = keys.entry("action");
    if (action != null && (keys.node("title") == null || isCollection(action))) {
      problems.error(
          action.key().mark(),
          Code.UNSUPPORTED,
          "Collections of rules by 'action' are the old form of Sigma and refused: write each rule"
              + " as a whole document.");
      return null;
    }
    return read(keys, problems);
  }

  private static boolean isCollection(Node.Entry action) {
    return action.value() instanceof Node.Scalar scalar
        && Set.of("global", "reset", "repeat").contains(scalar.text());
  }

  private @Nullable Document read(Keys keys, Problems problems) {
    Metadata about = Metadata.read(keys, problems);
    List<String> kinds =
        List.of("detection", "correlation", "filter").stream()
            .filter(kind -> keys.node(kind) != null)
            .toList();
    if (kinds.size() != 1) {
      problems.error(
          keys.mark(),
          Code.STRUCTURE,
          kinds.isEmpty()
              ? "This is no rule: add detection, or correlation, or filter."
              : "A document cannot have %s at once: write documents of their own."
                  .formatted(String.join(" and ", kinds)));
      return null;
    }
    Keys section = keys.section(kinds.get(0));
    if (section == null) {
      return null;
    }
    return switch (kinds.get(0)) {
      case "correlation" -> correlation(keys, section, about, problems);
      case "filter" -> new FilterReader(keys, section, placeholders, problems).read(about);
      default -> rule(keys, section, about, problems);
    };
  }

  private static @Nullable Document correlation(
      Keys keys, Keys section, Metadata about, Problems problems) {
    Correlation correlation =
        new CorrelationReader(section, problems).read(about, keys.flag("generate"), keys.mark());
    return correlation == null ? null : new Document.OfCorrelation(correlation);
  }

  private @Nullable Document rule(Keys keys, Keys section, Metadata about, Problems problems) {
    LogSource logSource = LogSourceReader.read(keys, problems);
    Optional<Detection> detection =
        new DetectionReader(placeholders, problems).read(section.map(), Set.of());
    return detection
        .<Document>map(d -> new Document.OfRule(rule(about, logSource, d, keys), d.fields()))
        .orElse(null);
  }

  private static Rule rule(Metadata about, LogSource logSource, Detection detection, Keys keys) {
    return new Rule(
        about.title(),
        about.id(),
        about.name(),
        about.status(),
        about.level(),
        about.description(),
        about.author(),
        about.date(),
        about.modified(),
        about.tags(),
        about.references(),
        about.falsePositives(),
        about.fields(),
        logSource,
        detection.searches(),
        detection.predicate(),
        about.custom(),
        keys.mark());
  }
}
