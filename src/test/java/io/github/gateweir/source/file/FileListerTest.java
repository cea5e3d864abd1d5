package io.github.gateweir.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileListerTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(1234));

  @TempDir Path folder;

  @Test
  void listsAFolderWithAllThatLiesInItInTheOrderOfPaths() throws IOException {
    for (String name :
        List.of("20230716/b.log", "20230715/z.log.gz", "20230715/deep/a.log", "a b%20ü?#.log")) {
      write(name);
    }

    assertThat(list(folder))
        .containsExactly(
            "20230715/deep/a.log", "20230715/z.log.gz", "20230716/b.log", "a b%20ü?#.log");
  }

  @Test
  void tellsSizeTimeOfChangeAndTimeOfListing() throws IOException {
    Path file = write("a.log");
    Files.writeString(file, "12345");
    Files.setLastModifiedTime(file, FileTime.fromMillis(987_000));

    Listing listing = lister(folder).list();

    assertThat(listing)
        .isEqualTo(new Listing(1234, List.of(new FoundFile("file:" + file, 5, 987_000))));
  }

  @Test
  void leavesAloneWhatIsNoLog() throws IOException {
    for (String name :
        List.of(
            ".git/a.log",
            "_temporary/a.log",
            "day/.a.log.swp",
            "day/ownership-challenge-77.txt",
            "day/a.log",
            "day/b.log.part")) {
      write(name);
    }

    assertThat(list(folder)).containsExactly("day/a.log");
  }

  @Test
  void takesAFileThatIsNamedItselfWhateverItsName() throws IOException {
    assertThat(list(write("_a.log.tmp"))).containsExactly("_a.log.tmp");
  }

  @Test
  void listsAFileOnceThatSeveralPathsLeadTo() throws IOException {
    Path file = write("day/a.log");

    assertThat(list(folder, file, folder.resolve("day"))).containsExactly("day/a.log");
  }

  @Test
  void findsNothingInAnEmptyFolder() throws IOException {
    assertThat(list(folder)).isEmpty();
  }

  @Test
  void saysThatAPathDoesNotExist() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> list(folder, missing))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessage(
            "The path %s does not exist, so no logs can be read from it; create it or correct the path.",
            missing);
  }

  @Test
  void saysThatANameCannotBeExpressed() throws IOException {
    write("10:20.log");

    assertThatThrownBy(() -> list(folder))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The folder %s holds a name that Flink's paths", folder)
        .hasMessageContaining("10:20.log");
  }

  @Test
  void saysThatAFolderCannotBeListed() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(closed)).as("root reads everything").isFalse();

    assertThatThrownBy(() -> list(folder))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The folder %s cannot be listed", closed);
  }

  private Path write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }

  private List<String> list(Path... paths) throws IOException {
    return lister(paths).list().files().stream()
        .map(file -> file.path().substring(("file:" + folder + "/").length()))
        .toList();
  }

  private static FileLister lister(Path... paths) {
    return new FileLister(
        Arrays.stream(paths)
            .map(path -> new org.apache.flink.core.fs.Path(path.toString()))
            .toList(),
        CLOCK);
  }
}
