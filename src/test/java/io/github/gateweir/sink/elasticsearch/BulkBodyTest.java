package io.github.gateweir.sink.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.config.SinkStream;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.sink.Document;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BulkBodyTest {

  private static final Document FIRST = document("0a1b", "{\"message\":\"a\"}");
  private static final Document SECOND = document("2c3d4e", "{\"message\":\"ü 😀 \\n\",\"n\":2}");

  @Test
  void aDocumentHasALineWithItsIdAndALineWithItself() {
    assertThat(body(SinkStream.EVENTS, "default", FIRST))
        .isEqualTo(
            """
            {"create":{"_id":"0a1b"}}
            {"data_stream":{"type":"logs","dataset":"gateweir.gateway_network",\
            "namespace":"default"},"message":"a"}
            """);
  }

  @Test
  void documentsFollowEachOther() {
    assertThat(body(SinkStream.DEAD_LETTERS, "tenant_7", FIRST, SECOND))
        .isEqualTo(
            """
            {"create":{"_id":"0a1b"}}
            {"data_stream":{"type":"logs","dataset":"gateweir.dead_letter",\
            "namespace":"tenant_7"},"message":"a"}
            {"create":{"_id":"2c3d4e"}}
            {"data_stream":{"type":"logs","dataset":"gateweir.dead_letter",\
            "namespace":"tenant_7"},"message":"ü 😀 \\n","n":2}
            """);
  }

  @ParameterizedTest
  @EnumSource
  void theLengthIsThatOfTheBytes(SinkStream stream) {
    BulkBody body = new BulkBody(stream, "default");

    assertThat(body.length(FIRST)).isEqualTo(body.of(List.of(FIRST)).length);
    assertThat(body.length(SECOND)).isEqualTo(body.of(List.of(SECOND)).length);
    assertThat(body.length(FIRST) + body.length(SECOND))
        .isEqualTo(body.of(List.of(FIRST, SECOND)).length);
  }

  @Test
  void leavesTheDocumentAsItIs() {
    Document document = document("01", "{\"message\":\"a\"}");
    body(SinkStream.EVENTS, "default", document);

    assertThat(document.json()).isEqualTo("{\"message\":\"a\"}".getBytes(UTF_8));
  }

  private static String body(SinkStream stream, String namespace, Document... documents) {
    return new String(new BulkBody(stream, namespace).of(List.of(documents)), UTF_8);
  }

  private static Document document(String id, String json) {
    return new Document(id, null, json.getBytes(UTF_8), Place.inFile("a.log", 1));
  }
}
