package io.github.gateweir.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedEnumeratorTest {

  @TempDir Path folder;

  private final FakeEnumeratorContext context = new FakeEnumeratorContext();

  @Test
  void givesOneFileToEachReaderThatAsksInTheOrderOfPaths() throws IOException {
    write("c", "a", "b");
    BoundedEnumerator enumerator = start(LogFileCheckpoint.start());
    enumerator.handleSplitRequest(1, null);
    assertThat(context.events()).isEmpty();

    context.list();
    assertThat(context.events()).containsExactly("1 a");
    assertThat(context.unassigned()).isEqualTo(2);
    enumerator.handleSplitRequest(0, null);
    enumerator.handleSplitRequest(1, null);
    assertThat(context.events()).containsExactly("0 b", "1 c");
    enumerator.handleSplitRequest(0, null);
    enumerator.handleSplitRequest(1, null);
    assertThat(context.events()).containsExactly("0 end", "1 end");
  }

  @Test
  void endsAtOnceWhenTheFolderIsEmpty() {
    BoundedEnumerator enumerator = start(LogFileCheckpoint.start());
    enumerator.handleSplitRequest(0, null);
    enumerator.handleSplitRequest(1, null);

    context.list();

    assertThat(context.events()).containsExactly("0 end", "1 end");
  }

  @Test
  void givesTheFilesOfAFailedReaderOutAgainBeforeTheRest() throws IOException {
    write("a", "b", "c");
    BoundedEnumerator enumerator = start(LogFileCheckpoint.start());
    context.list();
    enumerator.handleSplitRequest(0, null);
    enumerator.handleSplitRequest(1, null);
    assertThat(context.events()).containsExactly("0 a", "1 b");

    context.unregister(0);
    enumerator.addSplitsBack(List.of(split("a")), 0);
    enumerator.handleSplitRequest(1, null);

    assertThat(context.events()).containsExactly("1 a");
  }

  @Test
  void forgetsThatAReaderAskedWhenItBeginsAnew() throws IOException {
    write("a");
    BoundedEnumerator enumerator = start(LogFileCheckpoint.start());
    enumerator.handleSplitRequest(0, null);
    enumerator.addReader(0);

    context.list();

    assertThat(context.events()).isEmpty();
  }

  @Test
  void givesNothingToAReaderThatIsGone() throws IOException {
    write("a");
    BoundedEnumerator enumerator = start(LogFileCheckpoint.start());
    enumerator.handleSplitRequest(0, null);
    context.unregister(0);
    enumerator.handleSplitRequest(1, null);

    context.list();

    assertThat(context.events()).containsExactly("1 a");
  }

  @Test
  void goesOnFromACheckpointWithoutListingAgain() throws IOException {
    write("a", "b");
    BoundedEnumerator first = start(LogFileCheckpoint.start());
    context.list();
    first.handleSplitRequest(0, null);
    context.events();
    LogFileCheckpoint checkpoint = first.snapshotState(1);
    write("late");

    FakeEnumeratorContext restoredContext = new FakeEnumeratorContext();
    restoredContext.register(0);
    BoundedEnumerator restored = new BoundedEnumerator(restoredContext, lister(folder), checkpoint);
    restored.start();
    restored.handleSplitRequest(0, null);
    restored.handleSplitRequest(0, null);

    assertThat(restoredContext.isListingAsked()).isFalse();
    assertThat(restoredContext.events()).containsExactly("0 b", "0 end");
  }

  @Test
  void listsAfterACheckpointThatWasTakenBeforeTheListing() throws IOException {
    write("a");
    LogFileCheckpoint checkpoint = start(LogFileCheckpoint.start()).snapshotState(1);

    start(checkpoint).handleSplitRequest(0, null);
    context.list();

    assertThat(context.events()).containsExactly("0 a");
  }

  @Test
  void endsTheJobForGoodWhenAPathDoesNotExist() {
    new BoundedEnumerator(context, lister(folder.resolve("no")), LogFileCheckpoint.start()).start();

    assertThatThrownBy(context::list)
        .isInstanceOf(SuppressRestartsException.class)
        .cause()
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageStartingWith("The path " + folder.resolve("no") + " does not exist");
  }

  private BoundedEnumerator start(LogFileCheckpoint checkpoint) {
    context.register(0, 1);
    BoundedEnumerator enumerator = new BoundedEnumerator(context, lister(folder), checkpoint);
    enumerator.start();
    return enumerator;
  }

  private static FileLister lister(Path path) {
    return new FileLister(
        List.of(new org.apache.flink.core.fs.Path(path.toString())), InstantSource.system());
  }

  private LogFileSplit split(String name) {
    return LogFileSplit.unread("file:" + folder.resolve(name));
  }

  private void write(String... names) throws IOException {
    for (String name : names) {
      Files.createFile(folder.resolve(name));
    }
  }
}
