package io.github.gateweir.sigma.rule;

import java.util.List;

/** What one rule file holds, before its fields and log sources are looked up. */
public final class RuleFile {

  private final List<Document> documents;
  private final List<Problem> problems;

  RuleFile(List<Document> documents, List<Problem> problems) {
    this.documents = List.copyOf(documents);
    this.problems = List.copyOf(problems);
  }

  /** The rules that are not refused. */
  public List<Rule> rules() {
    return documents.stream()
        .filter(Document.OfRule.class::isInstance)
        .map(d -> ((Document.OfRule) d).rule())
        .toList();
  }

  /** The correlations that are not refused. */
  public List<Correlation> correlations() {
    return documents.stream()
        .filter(Document.OfCorrelation.class::isInstance)
        .map(d -> ((Document.OfCorrelation) d).correlation())
        .toList();
  }

  /** The filters that are not refused. They are not applied yet. */
  public List<Filter> filters() {
    return documents.stream()
        .filter(Document.OfFilter.class::isInstance)
        .map(d -> ((Document.OfFilter) d).filter())
        .toList();
  }

  /** What is wrong, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }

  List<Document> documents() {
    return documents;
  }
}
