package io.github.gateweir.sink.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplaintsTest {

  private static final String RESUME = "the job goes on from its last checkpoint or savepoint";

  @Test
  void unauthorizedSaysWhichSettingsToCorrect() {
    assertThat(
            Complaints.ending(Answers.error(401, "security_exception", "unable to authenticate")))
        .startsWith("Elasticsearch answered HTTP 401 ")
        .contains("unable to authenticate", RESUME)
        .contains(
            "correct gateweir.sink.elasticsearch.api-key, or username and password",
            "Nothing is lost");
  }

  @Test
  void forbiddenSaysWhichPrivilegesAreMissing() {
    assertThat(
            Complaints.ending(Answers.error(403, "security_exception", "action is unauthorized")))
        .startsWith("Elasticsearch answered HTTP 403 ")
        .contains("create_doc", "auto_configure", "logs-gateweir.*", RESUME);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 308})
  void aRedirectForGoodSaysWhereToAndWhatToSet(int status) {
    assertThat(Complaints.ending(Answers.redirect(status, "https://es.example:9200/_bulk")))
        .startsWith("Elasticsearch answered HTTP " + status)
        .contains("redirects to https://es.example:9200/_bulk")
        .contains("set gateweir.sink.elasticsearch.hosts", RESUME);
  }

  @Test
  void aRedirectWithoutAPlaceDoesNotSayNull() {
    assertThat(Complaints.ending(Answers.of(301, null, null, "")))
        .contains("set gateweir.sink.elasticsearch.hosts")
        .doesNotContain("null");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 404, 405, 410, 415})
  void anyOtherAnswerSaysToCheckTheHosts(int status) {
    assertThat(Complaints.ending(Answers.json(status, "")))
        .startsWith("Elasticsearch answered HTTP " + status + ": check")
        .contains("gateweir.sink.elasticsearch.hosts", RESUME);
  }

  @Test
  void aMissingDataStreamSaysWhatCreatesIt() {
    assertThat(
            Complaints.ending(
                new ItemResult(404, "index_not_found_exception", "no such index [x]")))
        .contains("404 index_not_found_exception: no such index [x]")
        .contains("gateweir elasticsearch setup", RESUME);
  }

  @Test
  void aMissingPrivilegeSaysWhichToGive() {
    assertThat(Complaints.ending(new ItemResult(403, "security_exception", "unauthorized")))
        .contains("403 security_exception: unauthorized")
        .contains("create_doc", "auto_configure", RESUME);
  }

  @Test
  void aRefusalSaysWhatElasticsearchSaidAndWhatToDo() {
    assertThat(Complaints.refusal("400 document_parsing_exception: failed to parse field [a]"))
        .startsWith("Elasticsearch refused the document (400 document_parsing_exception: failed")
        .contains("Correct the mapping")
        .endsWith("then replay.");
  }

  @Test
  void aRefusedDeadLetterSaysWhereElseToPutThem() {
    assertThat(Complaints.lastRefusal("400 document_parsing_exception: failed"))
        .contains("400 document_parsing_exception: failed")
        .contains("logs-gateweir.dead_letter-*")
        .contains("set gateweir.sink.dead-letters to files or kafka", RESUME);
  }

  @Test
  void aPageOfHtmlIsNotShown() {
    assertThat(Complaints.shown(Answers.page(503))).isEqualTo("HTTP 503 with a page of HTML");
    assertThat(Complaints.shown(Answers.redirect(301, "https://es.example/")))
        .isEqualTo("HTTP 301 with a page of HTML");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<!DOCTYPE html><p>Sorry", "\n <html>\n<p>Sorry", "<?xml version=\"1.0\"?>"})
  void aPageThatDoesNotSayThatItIsOneIsNotShownEither(String page) {
    assertThat(Complaints.shown(Answers.of(502, null, null, page)))
        .isEqualTo("HTTP 502 with a page of HTML");
    assertThat(Complaints.shown(Answers.of(502, "text/plain", null, page))).doesNotContain("<");
  }

  @Test
  void aShortTextIsShownInOneLine() {
    assertThat(Complaints.shown(Answers.of(429, "text/plain", null, " too many\n\n  requests ")))
        .isEqualTo("HTTP 429 too many requests");
    assertThat(Complaints.shown(Answers.of(429, "text/plain", null, ""))).isEqualTo("HTTP 429");
  }

  @Test
  void ofALongTextTheBeginningIsShown() {
    assertThat(Complaints.shown(Answers.of(503, "text/plain", null, "a".repeat(10_000))))
        .isEqualTo("HTTP 503 " + "a".repeat(200) + "…");
  }

  @Test
  void doesNotCutACharacterInHalf() {
    assertThat(Complaints.shown(Answers.of(503, "text/plain", null, "a" + "😀".repeat(200))))
        .isEqualTo("HTTP 503 a" + "😀".repeat(99) + "…");
  }
}
