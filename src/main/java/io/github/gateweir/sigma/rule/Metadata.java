package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.rule.Problem.Code;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What rules, correlations and filters say about themselves. */
record Metadata(
    String title,
    @Nullable String id,
    @Nullable String name,
    @Nullable String status,
    @Nullable String level,
    String description,
    @Nullable String author,
    @Nullable String date,
    @Nullable String modified,
    List<String> tags,
    List<String> references,
    List<String> falsePositives,
    List<String> fields,
    Map<String, Object> custom) {

  private static final Set<String> KNOWN =
      Set.of(
          "title",
          "id",
          "name",
          "related",
          "status",
          "description",
          "license",
          "references",
          "author",
          "date",
          "modified",
          "tags",
          "scope",
          "taxonomy",
          "level",
          "falsepositives",
          "fields",
          "logsource",
          "detection",
          "correlation",
          "filter",
          "generate");
  private static final List<String> STATUSES =
      List.of("stable", "test", "experimental", "deprecated", "unsupported");
  private static final List<String> LEVELS =
      List.of("informational", "low", "medium", "high", "critical");
  private static final List<String> RELATIONS =
      List.of("derived", "obsolete", "merged", "renamed", "similar", "obsoletes", "correlation");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  static Metadata read(Keys keys, Problems problems) {
    checkRelated(keys, problems);
    List.of("license", "taxonomy").forEach(keys::text);
    keys.texts("scope");
    String description = keys.text("description");
    return new Metadata(
        title(keys, problems),
        id(keys, problems),
        keys.text("name"),
        oneOf(keys, "status", STATUSES, problems),
        oneOf(keys, "level", LEVELS, problems),
        description == null ? "" : description,
        author(keys),
        keys.text("date"),
        keys.text("modified"),
        tags(keys, problems),
        keys.texts("references"),
        keys.texts("falsepositives"),
        keys.texts("fields"),
        keys.others(KNOWN));
  }

  private static String title(Keys keys, Problems problems) {
    String title = keys.text("title");
    if (title == null || title.isBlank()) {
      problems.error(
          keys.mark(), Code.STRUCTURE, "The title is missing: add title, what the rule detects.");
      return "";
    }
    return title;
  }

  private static @Nullable String id(Keys keys, Problems problems) {
    Node.Scalar id = keys.scalar("id");
    if (id == null) {
      return null;
    }
    if (!UUID.matcher(id.text()).matches()) {
      problems.error(
          id.mark(),
          Code.STRUCTURE,
          "The id %s is no UUID: write one, as uuidgen makes them."
              .formatted(Fragment.of(id.text())));
    }
    return id.text();
  }

  private static @Nullable String oneOf(
      Keys keys, String key, List<String> known, Problems problems) {
    Node.Scalar scalar = keys.scalar(key);
    if (scalar == null) {
      return null;
    }
    if (!known.contains(scalar.text())) {
      problems.error(
          scalar.mark(),
          Code.STRUCTURE,
          "There is no %s %s: it is one of %s."
              .formatted(key, Fragment.of(scalar.text()), String.join(", ", known)));
    }
    return scalar.text();
  }

  private static @Nullable String author(Keys keys) {
    List<String> authors = keys.texts("author");
    return authors.isEmpty() ? null : String.join(", ", authors);
  }

  private static List<String> tags(Keys keys, Problems problems) {
    List<Node.Scalar> tags = keys.scalars("tags");
    for (Node.Scalar tag : tags) {
      if (tag.text().indexOf('.') <= 0) {
        problems.warning(
            tag.mark(),
            Code.STRUCTURE,
            "The tag %s has no namespace: write it as in attack.t1071.004."
                .formatted(Fragment.of(tag.text())));
      }
    }
    return tags.stream().map(Node.Scalar::text).toList();
  }

  private static void checkRelated(Keys keys, Problems problems) {
    Node related = keys.node("related");
    if (related == null) {
      return;
    }
    List<Node> items = related instanceof Node.Items list ? list.items() : List.of(related);
    for (Node item : items) {
      String type =
          item instanceof Node.Fields fields ? new Keys(fields, problems).text("type") : null;
      if (type == null || !RELATIONS.contains(type)) {
        problems.warning(
            item.mark(),
            Code.STRUCTURE,
            "A relation has an id and a type, one of %s.".formatted(String.join(", ", RELATIONS)));
      }
    }
  }
}
