package io.github.gateweir.sigma.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SigmaSupportDocTest {

  private static final Path FILE = Path.of("docs/sigma-support.md");

  static List<SemanticsExample> examples() throws IOException {
    return SemanticsExample.all();
  }

  @Test
  void theDocumentationIsWhatTheCodeSays() throws IOException {
    if (Boolean.getBoolean("gateweir.docs.write")) {
      Files.writeString(FILE, SigmaSupportDoc.text());
    }

    assertThat(FILE)
        .as("write it with mvn test -Dtest=SigmaSupportDocTest -Dgateweir.docs.write=true")
        .hasContent(SigmaSupportDoc.text());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleDoesWhatTheDocumentationSays(SemanticsExample example) throws IOException {
    assertThat(example.matches(example.match())).as("matches %s", example.match()).isTrue();
    assertThat(example.matches(example.noMatch())).as("matches %s", example.noMatch()).isFalse();
  }
}
