package io.github.gateweir.sink.elasticsearch;

import io.github.gateweir.elasticsearch.Answer;

/** What the answer to a bulk request means for its documents. */
enum RequestVerdict {
  /** Each document has a result of its own. */
  ITEMS,
  /** All are tried again. */
  RETRY,
  /** The halves are tried; a single document that is left is refused. */
  SPLIT,
  /** Nothing will be taken until somebody changes the settings or the server. */
  END;

  static RequestVerdict of(Answer answer) {
    return switch (answer.status()) {
      case 200 -> ITEMS;
      // A proxy that shows a page while the server is away sends there for a while.
      case 302, 303, 307 -> RETRY;
      // 400 is about the body as a whole, which one document may have spoilt. One that is not
      // Elasticsearch's is about the request, such as HTTP where HTTPS is spoken.
      case 400 -> answer.isJson() ? SPLIT : END;
      // A cluster closed for writing is opened again; a missing privilege is a mistake.
      case 403 -> answer.text().contains("cluster_block_exception") ? RETRY : END;
      case 408, 425, 429 -> RETRY;
      case 413 -> SPLIT;
      default -> answer.status() >= 500 ? RETRY : END;
    };
  }
}
