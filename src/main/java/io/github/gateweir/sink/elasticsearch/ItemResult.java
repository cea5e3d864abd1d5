package io.github.gateweir.sink.elasticsearch;

import org.jspecify.annotations.Nullable;

/**
 * What Elasticsearch says of one document of a bulk request.
 *
 * @param status an HTTP status of its own
 * @param errorType the kind of error, such as {@code document_parsing_exception}; null if there is
 *     none
 * @param reason what is wrong, in Elasticsearch's words, with the causes it names; null if nothing
 */
record ItemResult(int status, @Nullable String errorType, @Nullable String reason) {

  /** What becomes of the document. */
  enum Verdict {
    /** It is there now. */
    WRITTEN,
    /** One with its id was there already. */
    CONFLICT,
    /** It may be taken later. */
    RETRY,
    /** It will never be taken as it is. */
    REFUSED,
    /** Nothing will be taken until somebody changes the settings or the server. */
    END
  }

  Verdict verdict() {
    if (status >= 200 && status < 300) {
      return Verdict.WRITTEN;
    }
    return switch (status) {
      case 409 -> Verdict.CONFLICT;
      case 408, 429 -> Verdict.RETRY;
      case 401 -> Verdict.END;
      // An index closed for writing is opened again; a missing privilege is a mistake.
      case 403 -> isError("cluster_block_exception") ? Verdict.RETRY : Verdict.END;
      // Nothing is wrong with the document when there is no data stream for it.
      case 404 -> isError("index_not_found_exception") ? Verdict.END : Verdict.REFUSED;
      default -> status >= 500 ? Verdict.RETRY : Verdict.REFUSED;
    };
  }

  private boolean isError(String type) {
    return type.equals(errorType);
  }

  /** The error as a part of a sentence: status, kind and reason. */
  String error() {
    String type = errorType == null ? "" : " " + errorType;
    return status + type + (reason == null ? "" : ": " + reason);
  }
}
