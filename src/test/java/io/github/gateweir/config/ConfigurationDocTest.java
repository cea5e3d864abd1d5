package io.github.gateweir.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationDocTest {

  private static final Path FILE = Path.of("docs/configuration.md");

  @Test
  void theDocumentationIsWhatTheOptionsSay() throws IOException {
    if (Boolean.getBoolean("gateweir.docs.write")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, ConfigurationDoc.text());
    }

    assertThat(FILE)
        .as("write it with mvn test -Dtest=ConfigurationDocTest -Dgateweir.docs.write=true")
        .hasContent(ConfigurationDoc.text());
  }
}
