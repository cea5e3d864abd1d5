package io.github.gateweir.sigma.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds documents by what others call them: their id in any case of letters, or their name. */
final class DocumentIndex {

  private final Map<String, Document> byId = new HashMap<>();
  private final Map<String, Document> byName = new HashMap<>();

  DocumentIndex(List<Document> documents) {
    for (Document document : documents) {
      String id = document.id();
      String name = document.name();
      if (id != null) {
        byId.putIfAbsent(id.toLowerCase(Locale.ROOT), document);
      }
      if (name != null) {
        byName.putIfAbsent(name, document);
      }
    }
  }

  /** The document; null when there is none. */
  @Nullable Document find(RuleReference reference) {
    Document found = byId.get(reference.text().toLowerCase(Locale.ROOT));
    return found == null ? byName.get(reference.text()) : found;
  }
}
