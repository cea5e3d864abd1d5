package io.github.gateweir.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time here is the test's: {@code now} is the clock's, and files are dated relative to it. */
class WatchingEnumeratorTest {

  private static final Duration DAY = Duration.ofDays(1);

  @TempDir Path folder;

  private Instant now = Instant.parse("2026-03-01T00:00:00Z");
  private FakeEnumeratorContext context;
  private WatchingEnumerator enumerator;

  @BeforeEach
  void start() {
    start(LogFileCheckpoint.start());
  }

  @Test
  void listsAsOftenAsTheSettingsSay() {
    assertThat(context.period()).isEqualTo(10_000);
  }

  @Test
  void readsWhatIsThereAndWhatArrivesOnce() throws IOException {
    write("b", Duration.ofMinutes(1));
    write("a", Duration.ofMinutes(2));
    assertThat(list()).containsExactly("a", "b");

    pass(Duration.ofSeconds(10));
    assertThat(list()).isEmpty();

    write("aa", Duration.ofSeconds(10));
    assertThat(list()).containsExactly("aa");
    assertThat(context.unassigned()).isZero();
  }

  @Test
  void neverSaysThatThereIsNoMore() {
    enumerator.handleSplitRequest(0, null);
    context.list();

    assertThat(context.events()).isEmpty();
  }

  @Test
  void leavesAFileAloneThatIsStillGrowing() throws IOException {
    Path file = write("a", Duration.ofSeconds(3));
    assertThat(list()).isEmpty();

    pass(Duration.ofSeconds(10));
    Files.writeString(file, "more");
    date(file, Duration.ofSeconds(2));
    assertThat(list()).isEmpty();

    pass(Duration.ofSeconds(10));
    assertThat(list()).containsExactly("a");
  }

  @Test
  void readsEverythingAtTheFirstListingHoweverOld() throws IOException {
    write("ancient", DAY.multipliedBy(4000));
    assertThat(list()).containsExactly("ancient");

    pass(Duration.ofSeconds(10));
    assertThat(list()).isEmpty();
    assertThat(enumerator.snapshotState(1).read()).isEmpty();
    assertThat(context.counter("filesTooOld")).as("it was read, not missed").isZero();
  }

  @Test
  void forgetsAPathAfterAWeekAndDoesNotReadItAgain() throws IOException {
    write("a", Duration.ofMinutes(1));
    assertThat(list()).containsExactly("a");
    for (int day = 1; day <= 20; day++) {
      pass(DAY);
      assertThat(list()).isEmpty();
      assertThat(enumerator.snapshotState(1).read()).hasSize(day < 7 ? 1 : 0);
    }
    assertThat(context.counter("filesTooOld")).isZero();
  }

  @Test
  void doesNotReadAFileAgainThatIsTouchedNowAndThen() throws IOException {
    Path file = write("a", Duration.ofMinutes(1));
    assertThat(list()).containsExactly("a");
    for (int day = 1; day <= 30; day++) {
      pass(DAY);
      if (day % 5 == 0) {
        date(file, Duration.ofMinutes(1));
      }
      assertThat(list()).isEmpty();
    }
  }

  @Test
  void skipsNothingThatArrivedDuringALongStop() throws IOException {
    write("before", Duration.ofMinutes(1));
    assertThat(list()).containsExactly("before");
    LogFileCheckpoint checkpoint = stored(enumerator.snapshotState(1));

    pass(DAY.multipliedBy(10));
    write("during", DAY.multipliedBy(10).minusMinutes(1));
    write("lately", Duration.ofMinutes(1));
    start(checkpoint);

    assertThat(list()).containsExactly("during", "lately");
    pass(DAY);
    assertThat(list()).isEmpty();
    assertThat(context.counter("filesTooOld")).isZero();
  }

  @Test
  void doesNotReadAForgottenFileAgainAfterARestart() throws IOException {
    write("a", Duration.ofMinutes(1));
    assertThat(list()).containsExactly("a");
    pass(DAY.multipliedBy(8));
    assertThat(list()).isEmpty();

    start(stored(enumerator.snapshotState(1)));

    assertThat(list()).isEmpty();
    assertThat(context.counter("filesTooOld")).as("it may be new, for all one knows").isOne();
  }

  @Test
  void countsAFileOnceThatArrivesTooOld() throws IOException {
    list();
    write("old", DAY.multipliedBy(8));
    for (int i = 0; i < 3; i++) {
      pass(Duration.ofSeconds(10));
      assertThat(list()).isEmpty();
      assertThat(context.counter("filesTooOld")).isOne();
    }
    write("older", DAY.multipliedBy(9));
    assertThat(list()).isEmpty();
    assertThat(context.counter("filesTooOld")).isEqualTo(2);
  }

  @Test
  void readsAFileOfJustTheAgeThatIsRemembered() throws IOException {
    list();
    write("a", DAY.multipliedBy(7));

    assertThat(list()).containsExactly("a");
  }

  @Test
  void keepsTheFilesThatWaitInTheCheckpoint() throws IOException {
    write("a", Duration.ofMinutes(1));
    write("b", Duration.ofMinutes(1));
    enumerator.handleSplitRequest(0, null);
    context.list();
    assertThat(context.events()).containsExactly("0 a");

    start(stored(enumerator.snapshotState(1)));

    assertThat(list()).containsExactly("b");
  }

  @Test
  void givesBackWhatAFailedReaderHadToOneThatWaits() {
    enumerator.handleSplitRequest(1, null);
    context.unregister(0);

    enumerator.addSplitsBack(List.of(LogFileSplit.unread("file:/a")), 0);

    assertThat(context.events()).containsExactly("1 a");
  }

  @Test
  void endsTheJobWhenAPathDoesNotExistAtTheStart() throws IOException {
    Files.delete(folder);

    assertThatThrownBy(context::list)
        .isInstanceOf(SuppressRestartsException.class)
        .hasRootCauseMessage(
            "The path %s does not exist, so no logs can be read from it; create it or correct the path.",
            folder);
  }

  @Test
  void waitsWhenThePathIsGoneForAWhileAndSkipsNothing() throws IOException {
    list();
    Files.delete(folder);
    pass(DAY.multipliedBy(8));
    assertThat(list()).isEmpty();

    Files.createDirectory(folder);
    write("a", DAY.multipliedBy(8).minusMinutes(1));

    assertThat(list()).containsExactly("a");
  }

  private void start(LogFileCheckpoint checkpoint) {
    context = new FakeEnumeratorContext();
    context.register(0, 1);
    FileLister lister =
        new FileLister(List.of(new org.apache.flink.core.fs.Path(folder.toString())), () -> now);
    enumerator = new WatchingEnumerator(context, lister, WatchSettings.DEFAULT, checkpoint);
    enumerator.start();
  }

  /** Lists, and takes all files there are to take. */
  private List<String> list() {
    context.list();
    List<String> files = new ArrayList<>();
    while (context.unassigned() > 0) {
      enumerator.handleSplitRequest(0, null);
    }
    context.events().forEach(event -> files.add(event.substring(2)));
    return files;
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private Path write(String name, Duration age) throws IOException {
    Path file = Files.createFile(folder.resolve(name));
    date(file, age);
    return file;
  }

  private void date(Path file, Duration age) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(now.minus(age)));
  }

  private static LogFileCheckpoint stored(LogFileCheckpoint checkpoint) throws IOException {
    LogFileCheckpointSerializer serializer = new LogFileCheckpointSerializer();
    return serializer.deserialize(serializer.getVersion(), serializer.serialize(checkpoint));
  }
}
