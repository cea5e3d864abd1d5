package io.github.gateweir.sink.elasticsearch;

import io.github.gateweir.elasticsearch.Answer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The sentences about what Elasticsearch refuses: what happened, and what to do. */
final class Complaints {

  private static final String RESUME =
      " Nothing is lost: the job goes on from its last checkpoint or savepoint when it is started"
          + " with it.";
  private static final int SHOWN = 200;

  private Complaints() {}

  /** Of an answer that ends the job. */
  static String ending(Answer answer) {
    String said = "Elasticsearch answered " + shown(answer);
    return switch (answer.status()) {
      case 401 ->
          said
              + ": correct gateweir.sink.elasticsearch.api-key, or username and password."
              + RESUME;
      case 403 ->
          said
              + ": give the user or API key the privileges create_doc and auto_configure on"
              + " logs-gateweir.*."
              + RESUME;
      case 301, 308 ->
          said
              + " and redirects"
              + (answer.location() == null ? "" : " to " + answer.location())
              + ": set gateweir.sink.elasticsearch.hosts to where it answers itself."
              + RESUME;
      default ->
          said
              + ": check that gateweir.sink.elasticsearch.hosts are the addresses of"
              + " Elasticsearch."
              + RESUME;
    };
  }

  /** Of one document's result that ends the job. */
  static String ending(ItemResult result) {
    String said = "Elasticsearch refuses all documents of this stream (" + result.error() + "): ";
    return result.status() == 404
        ? said + "run \"gateweir elasticsearch setup\", which creates their data stream." + RESUME
        : said
            + "give the user or API key the privileges create_doc and auto_configure on"
            + " logs-gateweir.*."
            + RESUME;
  }

  /** Of a document that became, or will become, a dead letter. */
  static String refusal(String error) {
    return "Elasticsearch refused the document ("
        + error
        + "). Correct the mapping of its data stream, the largest size that is taken, or what sends"
        + " such records; then replay.";
  }

  /** Of a dead letter that was refused. */
  static String lastRefusal(String error) {
    return "Elasticsearch refused a dead letter ("
        + error
        + "), and there is no further place for it: correct the mapping of the data stream"
        + " logs-gateweir.dead_letter-*, or set gateweir.sink.dead-letters to files or kafka."
        + RESUME;
  }

  /** An answer for a log or a dead letter: its status and the beginning of a text. */
  static String shown(Answer answer) {
    return "HTTP " + answer.status() + text(answer);
  }

  private static String text(Answer answer) {
    String text = answer.text().replaceAll("\\s+", " ").strip();
    if (isPage(answer.contentType(), text)) {
      return " with a page of HTML";
    }
    return text.isEmpty() ? "" : " " + beginning(text);
  }

  private static boolean isPage(@Nullable String contentType, String text) {
    return text.startsWith("<")
        || (contentType != null && contentType.toLowerCase(Locale.ROOT).contains("html"));
  }

  private static String beginning(String text) {
    if (text.length() <= SHOWN) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return text.substring(0, end) + "…";
  }
}
