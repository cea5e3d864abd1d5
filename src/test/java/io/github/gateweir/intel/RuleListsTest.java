package io.github.gateweir.intel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleListsTest {

  @Test
  void takesAListOfTheFolderInPlaceOfTheProgramsOfThatName(@TempDir Path folder) throws Exception {
    write(folder, "eicar_domains.txt", "test.example\n");

    RuleLists lists = RuleLists.withFolder(folder);

    assertThat(lists.values("eicar_domains")).containsExactly("test.example");
    assertThat(lists.values("eicar_subdomains")).containsExactly(".test.example");
    assertThat(lists.values("cryptomining_domains"))
        .isEqualTo(RuleLists.shipped().values("cryptomining_domains"));
  }

  @Test
  void addsTheListsOfTheFolderAndNothingElse(@TempDir Path folder) throws Exception {
    write(folder, "own_networks.txt", "192.0.2.0/24\n");
    write(folder, "notes.md", "not a list\n");
    Files.createDirectory(folder.resolve("folder.txt"));

    RuleLists lists = RuleLists.withFolder(folder);

    assertThat(lists.values("own_networks")).containsExactly("192.0.2.0/24");
    assertThat(lists.values("notes")).isNull();
    assertThat(lists.lists()).hasSize(RuleLists.shipped().lists().size() + 1);
  }

  @Test
  void knowsNoPortsOfARelaysListThatWasReplaced(@TempDir Path folder) throws Exception {
    write(folder, "tor_relays.txt", "192.0.2.1:443\n");

    RuleLists lists = RuleLists.withFolder(folder);

    assertThat(lists.values("tor_relays_443")).containsExactly("192.0.2.1");
    assertThat(lists.values("tor_relays_9001")).isNull();
  }

  @Test
  void namesTheFileAndLineThatIsNoValue(@TempDir Path folder) throws Exception {
    Path file = write(folder, "own_domains.txt", "a.example\n*.b.example\n");

    assertThatExceptionOfType(InvalidListException.class)
        .isThrownBy(() -> RuleLists.withFolder(folder))
        .withMessageStartingWith(file + ":2: '*.b.example'");
  }

  @Test
  void refusesAFolderThatIsNotThere(@TempDir Path folder) {
    assertThatExceptionOfType(InvalidListException.class)
        .isThrownBy(() -> RuleLists.withFolder(folder.resolve("missing")))
        .withMessageStartingWith(folder.resolve("missing") + ": ");
  }

  @Test
  void givesTheExceptionsOfTheFolderToLongDomains(@TempDir Path folder) throws Exception {
    String name = "a".repeat(60) + "." + "b".repeat(40) + ".cdn.example";
    assertThat(LongDomains.of(RuleLists.withFolder(folder)).contains(name)).isTrue();

    write(folder, "long_name_domains.txt", "cdn.example\n");

    assertThat(LongDomains.of(RuleLists.withFolder(folder)).contains(name)).isFalse();
  }

  private static Path write(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
