package io.github.gateweir.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.intel.InvalidListException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RulesDocTest {

  private static final Path FILE = Path.of("docs/rules.md");

  @Test
  void theDocumentationIsWhatTheRulesSay() throws IOException, InvalidListException {
    if (Boolean.getBoolean("gateweir.docs.write")) {
      Files.writeString(FILE, RulesDoc.text());
    }

    assertThat(FILE)
        .as("write it with mvn test -Dtest=RulesDocTest -Dgateweir.docs.write=true")
        .hasContent(RulesDoc.text());
  }
}
