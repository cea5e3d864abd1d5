package io.github.gateweir.sink.elasticsearch;

/** What the HTTP status of a bulk request means for its documents. */
enum RequestVerdict {
  /** Each document has a result of its own. */
  ITEMS,
  /** All are tried again. */
  RETRY,
  /** The halves are tried; a single document that is left is refused. */
  SPLIT,
  /** Nothing will be taken until somebody changes the settings or the server. */
  END;

  static RequestVerdict of(int status) {
    if (status == 200) {
      return ITEMS;
    }
    return switch (status) {
      // A proxy that shows a page while the server is away sends there for a while.
      case 302, 303, 307 -> RETRY;
      case 408, 425, 429 -> RETRY;
      // 400 is about the body as a whole, which one document may have spoilt.
      case 400, 413 -> SPLIT;
      default -> status >= 500 ? RETRY : END;
    };
  }
}
