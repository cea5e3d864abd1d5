package io.github.gateweir.elasticsearch.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The names of what is installed are public interface, which docs/elasticsearch.md lists. */
class ElasticsearchDocTest {

  private static final Path DOC = Path.of("docs", "elasticsearch.md");

  @Test
  void theDocumentationNamesEveryObject() {
    Abilities all = new Abilities(null, null, true, OpenObject.FLATTENED);

    assertThat(new Catalog(all, Duration.ofDays(90), "1.0.0").items())
        .hasSize(11)
        .allSatisfy(
            item ->
                assertThat(DOC)
                    .content()
                    .contains("\n| " + item.kind().title() + " | `" + item.name() + "` | "));
  }

  @Test
  void theDocumentationNamesTheDataStreams() {
    for (StreamTemplate stream : StreamTemplate.values()) {
      assertThat(DOC).content().contains("data streams `" + stream.pattern() + "`");
    }
  }
}
