package io.github.gateweir.source.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowingFilesTest {

  private final GrowingFiles growing = new GrowingFiles(Duration.ofMillis(10));

  @Test
  void takesAFileAtOnceThatWasNotChangedForAWhile() {
    assertThat(growing.settled(List.of(file(5, 90)), 100)).hasSize(1);
  }

  @Test
  void waitsForAFileThatWasChangedJustNow() {
    FoundFile file = file(5, 91);

    assertThat(growing.settled(List.of(file), 100)).isEmpty();
    assertThat(growing.settled(List.of(file), 101)).containsExactly(file);
  }

  @Test
  void waitsForAFileWhoseSizeChangesThoughItsTimeDoesNot() {
    assertThat(growing.settled(List.of(file(5, 91)), 100)).isEmpty();
    assertThat(growing.settled(List.of(file(6, 91)), 200)).isEmpty();
    assertThat(growing.settled(List.of(file(7, 91)), 300)).isEmpty();
    assertThat(growing.settled(List.of(file(7, 91)), 301)).hasSize(1);
  }

  @Test
  void takesAFileFromTheFutureWhenItLooksTheSameForAWhile() {
    FoundFile file = file(5, 1_000_000);

    assertThat(growing.settled(List.of(file), 100)).isEmpty();
    assertThat(growing.settled(List.of(file), 109)).isEmpty();
    assertThat(growing.settled(List.of(file), 110)).hasSize(1);
  }

  @Test
  void takesTheFileThatIsCompleteAndNotTheOther() {
    FoundFile complete = new FoundFile("b", 1, 50);

    assertThat(growing.settled(List.of(file(5, 99), complete), 100)).containsExactly(complete);
  }

  @Test
  void takesEverythingAtOnceWhenThereIsNoTimeToSettle() {
    GrowingFiles none = new GrowingFiles(Duration.ZERO);

    assertThat(none.settled(List.of(file(5, 100)), 100)).hasSize(1);
    assertThat(none.settled(List.of(file(5, 1_000)), 100)).hasSize(1);
  }

  private static FoundFile file(long length, long modified) {
    return new FoundFile("a", length, modified);
  }
}
