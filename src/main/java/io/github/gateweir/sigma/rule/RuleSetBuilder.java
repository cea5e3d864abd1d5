package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;
import io.github.gateweir.sigma.rule.Problem.Code;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts the documents of several files together. */
final class RuleSetBuilder {

  private final Environment environment;
  private final List<Document> documents = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Mark> placesById = new HashMap<>();

  RuleSetBuilder(Environment environment) {
    this.environment = environment;
  }

  void add(RuleFile file) {
    problems.addAll(file.problems());
    file.documents().forEach(document -> documents.add(unlessDuplicate(document)));
  }

  private Document unlessDuplicate(Document document) {
    String id = document.id();
    if (id == null) {
      return document;
    }
    Mark first = placesById.putIfAbsent(id.toLowerCase(Locale.ROOT), document.mark());
    if (first == null) {
      return document;
    }
    Problems found = new Problems(label(document));
    found.error(
        document.mark(),
        Code.DUPLICATE_ID,
        "The id %s is taken, first at %s: give this one another."
            .formatted(Fragment.of(id), first));
    problems.addAll(found.all());
    return new Document.Refused(null, null, document.mark());
  }

  private static String label(Document document) {
    if (document instanceof Document.OfRule of) {
      return of.rule().title();
    } else if (document instanceof Document.OfCorrelation of) {
      return of.correlation().title();
    } else if (document instanceof Document.OfFilter of) {
      return of.filter().title();
    }
    return document.id() == null ? "" : document.id();
  }

  RuleSet build() {
    DocumentIndex index = new DocumentIndex(documents);
    Map<Mark, Rule> running = running();
    List<Filter> filters = applyFilters(index, running);
    List<Correlation> correlations = correlations(index, running);
    problems.sort(Comparator.comparing(Problem::mark));
    return new RuleSet(
        List.copyOf(running.values()),
        correlations,
        filters,
        List.copyOf(problems),
        documents.size());
  }

  /** The rules that run, by their place. */
  private Map<Mark, Rule> running() {
    RuleAdmission admission = new RuleAdmission(environment);
    Map<Mark, Rule> running = new LinkedHashMap<>();
    for (Document document : documents) {
      if (document instanceof Document.OfRule of) {
        Problems found = new Problems(label(of));
        Rule rule = admission.admit(of, found);
        if (rule != null) {
          running.put(rule.mark(), rule);
        }
        problems.addAll(found.all());
      }
    }
    return running;
  }

  private List<Filter> applyFilters(DocumentIndex index, Map<Mark, Rule> running) {
    List<Filter> applied = new ArrayList<>();
    for (Document document : documents) {
      if (document instanceof Document.OfFilter of) {
        Problems found = new Problems(label(of));
        new FilterApplication(of, environment, found).apply(index, running);
        if (!found.refuse()) {
          applied.add(of.filter());
        }
        problems.addAll(found.all());
      }
    }
    return List.copyOf(applied);
  }

  private List<Correlation> correlations(DocumentIndex index, Map<Mark, Rule> running) {
    List<Correlation> correlations = new ArrayList<>();
    for (Document document : documents) {
      if (document instanceof Document.OfCorrelation of) {
        Problems found = new Problems(label(of));
        new CorrelationLinks(index, running.keySet(), found).check(of.correlation());
        if (!found.refuse()) {
          correlations.add(of.correlation());
        }
        problems.addAll(found.all());
      }
    }
    return List.copyOf(correlations);
  }
}
