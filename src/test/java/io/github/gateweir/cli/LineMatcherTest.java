package io.github.gateweir.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gateweir.sigma.rule.Environment;
import io.github.gateweir.sigma.rule.Rule;
import io.github.gateweir.sigma.rule.RuleFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineMatcherTest {

  private static final String RULE =
      """
      title: A kettle boils
      logsource: {product: kitchen}
      detection:
        boils: {Kettle: '*boil*', EventID: 7}
        condition: boils
      """;

  private static final String LAID_OUT =
      """
      {
        "Event": {
          "System": {"EventID": 7},
          "EventData": {"Kettle": "is boiling"}
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void matchesDocumentsOverSeveralLinesByTheLineTheyBeginIn() throws IOException {
    assertThat(linesThatMatch(LAID_OUT + "{\"Kettle\": \"cold\"}\n\n" + LAID_OUT))
        .containsExactly(1L, 9L);
  }

  @Test
  void matchesTheObjectsOfAnArray() throws IOException {
    assertThat(linesThatMatch("[{\"Kettle\": \"cold\"},\n" + LAID_OUT + "]")).containsExactly(2L);
  }

  @Test
  void countsLinesThroughAllFiles() throws IOException {
    assertThat(linesThatMatch(LAID_OUT.strip(), LAID_OUT, LAID_OUT)).containsExactly(1L, 7L, 13L);
  }

  @Test
  void saysWhereTheInputIsNotJson() {
    assertThatThrownBy(() -> linesThatMatch(LAID_OUT + "kettle"))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("Line 7 is not JSON");
    assertThatThrownBy(() -> linesThatMatch(LAID_OUT + "7"))
        .isInstanceOf(UsageException.class)
        .hasMessage("Line 7 is not a JSON object.");
    assertThatThrownBy(() -> linesThatMatch("{\n\"Kettle\": "))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("Line 2 is not JSON");
  }

  private List<Long> linesThatMatch(String... files) throws IOException {
    List<String> paths = new ArrayList<>();
    for (String content : files) {
      Path path = folder.resolve(paths.size() + ".json");
      paths.add(Files.writeString(path, content).toString());
    }
    LineMatcher matcher = new LineMatcher(rules(), true);
    List<Long> lines = new ArrayList<>();
    matcher.read(paths, input -> matcher.match(input).forEach(rule -> lines.add(input.number())));
    return lines;
  }

  private static List<Rule> rules() {
    return new RuleFolder(name -> null, Environment.ANY_EVENT)
        .read(new TreeMap<>(Map.of("rule.yml", RULE.getBytes(StandardCharsets.UTF_8))))
        .rules();
  }
}
