package io.github.gateweir.sigma.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of {@code src/test/resources/sigma/refused} is a case. The lines {@code #!} at its top
 * are the problems that must be found in it, in their order: {@code line:column severity code a
 * part of the message}.
 */
class RefusedRulesTest {

  private static final String EXPECTATION = "#! ";

  static Stream<Path> files() {
    URL folder = Objects.requireNonNull(RefusedRulesTest.class.getResource("/sigma/refused"));
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      return files.sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void findsWhatIsWrong(Path file) throws IOException {
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("rule.yml", Files.readAllBytes(file));
    GatewayEnvironment environment =
        new GatewayEnvironment(name -> name.length() < 3 || name.contains("."));
    RuleSet read = new RuleFolder(SampleRules.LISTS::get, environment).read(files);

    List<String> expected = expectations(file);
    List<String> found = read.problems().stream().map(RefusedRulesTest::brief).toList();
    assertThat(expected).isNotEmpty();
    assertThat(found).as(String.join("\n", found)).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      String[] parts = expected.get(i).split(" ", 4);
      assertThat(found.get(i))
          .startsWith(String.join(" ", parts[0], parts[1], parts[2], ""))
          .contains(parts[3]);
    }
    assertThat(read.refused() > 0)
        .isEqualTo(expected.stream().anyMatch(line -> line.contains(" error ")));
  }

  private static String brief(Problem problem) {
    return "%d:%d %s %s %s"
        .formatted(
            problem.mark().line(),
            problem.mark().column(),
            problem.severity().label(),
            problem.code().label(),
            problem.message());
  }

  private static List<String> expectations(Path file) throws IOException {
    return Files.readAllLines(file, java.nio.charset.StandardCharsets.ISO_8859_1).stream()
        .filter(line -> line.startsWith(EXPECTATION))
        .map(line -> line.substring(EXPECTATION.length()))
        .toList();
  }
}
