package io.github.gateweir.source.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFileReaderTest {

  private static final String TEXT = "one\r\ntwo\n\n\r\nf\u00fcnf\n" + "x".repeat(300) + "\nlast";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"plain.log", "one.log.gz", "several.log.gz"})
  void emitsEveryLineOnceWhereverItIsInterrupted(String name) throws Exception {
    LogFileSplit file = LogFileSplit.unread(uri(write(name, bytes(name))));
    List<String> whole = read(List.of(file));

    assertThat(whole).hasSize(7).first().isEqualTo(folder.resolve(name) + ":1 one");
    for (int line = 0; line <= whole.size(); line++) {
      Interrupted interrupted = interrupt(file, line);
      List<String> both = new ArrayList<>(interrupted.emitted());
      both.addAll(read(interrupted.splits()));
      assertThat(both).as("interrupted after %d", line).isEqualTo(whole);
    }
  }

  @Test
  void goesOnAfterALineOfSeveralBatches() throws Exception {
    String overlong = "y".repeat(3_000_000);
    Path file = write("a.log", ("one\n" + overlong + "\r\nthree\n").getBytes(UTF_8));
    LogFileSplit split = LogFileSplit.unread(uri(file));

    for (int line = 1; line <= 2; line++) {
      Interrupted interrupted = interrupt(split, line);
      assertThat(read(interrupted.splits())).last().isEqualTo(file + ":3 three");
    }
    try (Run run = new Run(List.of(split))) {
      RawRecord second = run.records(3).get(1);
      assertThat(second.length()).isEqualTo(3_000_000);
      assertThat(second.line()).hasSize(RawRecord.MAX_LENGTH);
      assertThat(second.fault()).isNull();
    }
  }

  @Test
  void readsAnEmptyFileAsNoLines() throws Exception {
    assertThat(read(List.of(LogFileSplit.unread(uri(write("empty.log", new byte[0])))))).isEmpty();
  }

  @Test
  void takesAFileForGzipByItsBytesAndNotByItsName() throws Exception {
    Path plain = write("plain.gz", "one\n".getBytes(UTF_8));
    Path gzip = write("gzip.log", Samples.gzip("two\n".getBytes(UTF_8)));
    Path half = write("short.gz", new byte[] {0x1f});

    assertThat(read(splits(plain, gzip, half)))
        .containsExactly(plain + ":1 one", gzip + ":1 two", half + ":1 \u001f");
  }

  @Test
  void givesUpADamagedFileAndGoesOnWithTheNext() throws Exception {
    byte[] whole = Samples.gzip(lines(2_000));
    Path damaged = write("a.gz", Arrays.copyOf(whole, whole.length / 2));
    Path good = write("b.log", "good\n".getBytes(UTF_8));

    try (Run run = new Run(splits(damaged, good))) {
      List<RawRecord> records = run.all();
      RawRecord fault = records.get(records.size() - 2);

      assertThat(fault.fault())
          .startsWith("The gzip stream is broken: the file ends in the middle of it, at byte ")
          .contains("at byte " + whole.length / 2 + " of the file");
      assertThat(fault.place()).isEqualTo(Place.inFile(damaged.toString(), records.size() - 1));
      assertThat(records.subList(0, records.size() - 2)).allMatch(line -> line.fault() == null);
      assertThat(lines(2_000)).startsWith(joined(records.subList(0, records.size() - 1)));
      assertThat(records.get(records.size() - 1).place())
          .isEqualTo(Place.inFile(good.toString(), 1));
    }
  }

  @Test
  void reportsDamageOnceWhereverItIsInterrupted() throws Exception {
    byte[] whole = Samples.gzip(lines(40));
    byte[] half = Arrays.copyOf(whole, whole.length - 20);
    LogFileSplit split = LogFileSplit.unread(uri(write("a.gz", half)));
    List<String> uninterrupted = read(List.of(split));
    assertThat(uninterrupted.size()).isBetween(10, 40);

    for (int line = 0; line <= uninterrupted.size(); line++) {
      Interrupted interrupted = interrupt(split, line);
      List<String> both = new ArrayList<>(interrupted.emitted());
      both.addAll(read(interrupted.splits()));
      assertThat(both).isEqualTo(uninterrupted);
    }
  }

  @Test
  void reportsAFileThatIsGoneAndGoesOn() throws Exception {
    Path gone = folder.resolve("gone.log");
    Path good = write("good.log", "good\n".getBytes(UTF_8));

    try (Run run = new Run(splits(gone, good))) {
      List<RawRecord> records = run.all();

      assertThat(records).hasSize(2);
      assertThat(records.get(0).fault()).startsWith("The file cannot be read: ").contains("gone");
      assertThat(records.get(0).place()).isEqualTo(Place.inFile(gone.toString(), 1));
      assertThat(records.get(0).line()).isEmpty();
      assertThat(records.get(1).fault()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void reportsAFileThatBecameShorterSinceItWasInterrupted(boolean gzip) throws Exception {
    Path file = write("a.log", gzip ? Samples.gzip(lines(9)) : lines(9));
    Interrupted interrupted = interrupt(LogFileSplit.unread(uri(file)), 5);
    Files.write(file, gzip ? Samples.gzip(lines(2)) : lines(2));

    assertThat(read(interrupted.splits()))
        .singleElement()
        .asString()
        .startsWith(file + ":6 ! The file was changed after a part of it had been read: it has b");
  }

  @Test
  void reportsAFileThatBecameGzipSinceItWasInterrupted() throws Exception {
    Path file = write("a.log", lines(9));
    Interrupted interrupted = interrupt(LogFileSplit.unread(uri(file)), 5);
    Files.write(file, Samples.gzip(lines(9)));

    assertThat(read(interrupted.splits()))
        .singleElement()
        .asString()
        .contains(file + ":6 ! ", "it is gzip now");
  }

  @Test
  void asksForAFileOnlyWhenItHasNone() throws Exception {
    List<LogFileSplit> two = splits(write("a.log", lines(1)), write("b.log", lines(1)));
    try (Run idle = new Run(List.of());
        Run busy = new Run(two)) {
      assertThat(idle.context.requests()).isEqualTo(1);
      assertThat(busy.context.requests()).isZero();

      busy.all();

      assertThat(busy.context.requests()).isEqualTo(1);
      assertThat(busy.output.released()).containsExactly(two.get(0).path(), two.get(1).path());
    }
  }

  @Test
  void failsWhenTheStorageFails() throws Exception {
    LogFileSplit unknown = LogFileSplit.unread("nosuchstorage://bucket/a.log");

    try (Run run = new Run(List.of(unknown))) {
      assertThatThrownBy(run::all).hasStackTraceContaining("nosuchstorage");
    }
  }

  private byte[] bytes(String name) {
    byte[] text = TEXT.getBytes(UTF_8);
    return switch (name) {
      case "plain.log" -> text;
      case "one.log.gz" -> Samples.gzip(text);
      default ->
          Samples.concat(
              Samples.gzip(Arrays.copyOf(text, 4)),
              Samples.gzip(Arrays.copyOfRange(text, 4, 15)),
              Samples.gzip(Arrays.copyOfRange(text, 15, text.length)));
    };
  }

  private static byte[] lines(int count) {
    Random random = new Random(5);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(Long.toHexString(random.nextLong())).append('\n');
    }
    return text.toString().getBytes(UTF_8);
  }

  private static byte[] joined(List<RawRecord> records) {
    StringBuilder text = new StringBuilder();
    for (RawRecord raw : records) {
      text.append(new String(raw.line(), UTF_8)).append(raw.fault() == null ? "\n" : "");
    }
    return text.toString().getBytes(UTF_8);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static String uri(Path file) {
    return "file:" + file;
  }

  private static List<LogFileSplit> splits(Path... files) {
    return Arrays.stream(files).map(file -> LogFileSplit.unread(uri(file))).toList();
  }

  private static List<String> read(List<LogFileSplit> splits) throws Exception {
    try (Run run = new Run(splits)) {
      return render(run.all());
    }
  }

  private record Interrupted(List<String> emitted, List<LogFileSplit> splits) {}

  private static Interrupted interrupt(LogFileSplit split, int after) throws Exception {
    try (Run run = new Run(List.of(split))) {
      List<String> emitted = render(run.records(after));
      return new Interrupted(emitted, run.snapshot());
    }
  }

  private static List<String> render(List<RawRecord> records) {
    return records.stream()
        .map(
            raw ->
                "%s:%d %s"
                    .formatted(
                        raw.place().origin(),
                        raw.place().position(),
                        raw.fault() == null ? new String(raw.line(), UTF_8) : "! " + raw.fault()))
        .toList();
  }

  /** A reader that was given its files and may emit as much as a test wants. */
  private static final class Run implements AutoCloseable {
    final FakeReaderContext context = new FakeReaderContext();
    final RecordList output = new RecordList();
    private final LogFileReader reader = new LogFileReader(context, RawRecord.MAX_LENGTH);

    Run(List<LogFileSplit> splits) {
      if (!splits.isEmpty()) {
        reader.addSplits(splits);
      }
      reader.start();
      reader.notifyNoMoreSplits();
    }

    List<RawRecord> records(int count) throws Exception {
      while (output.records().size() < count) {
        assertThat(poll()).isNotEqualTo(InputStatus.END_OF_INPUT);
      }
      return output.records();
    }

    List<RawRecord> all() throws Exception {
      while (poll() != InputStatus.END_OF_INPUT) {
        assertThat(output.records().size()).isLessThan(1_000_000);
      }
      return output.records();
    }

    /** What a checkpoint would hold, written and read back. */
    List<LogFileSplit> snapshot() throws IOException {
      LogFileSplitSerializer serializer = new LogFileSplitSerializer();
      List<LogFileSplit> restored = new ArrayList<>();
      for (LogFileSplit split : reader.snapshotState(1)) {
        restored.add(serializer.deserialize(1, serializer.serialize(split)));
      }
      return restored;
    }

    private InputStatus poll() throws Exception {
      InputStatus status = reader.pollNext(output);
      if (status == InputStatus.NOTHING_AVAILABLE) {
        reader.isAvailable().get(10, TimeUnit.SECONDS);
      }
      return status;
    }

    @Override
    public void close() throws IOException {
      try {
        reader.close();
      } catch (Exception e) {
        throw new IOException("The reader could not be closed.", e);
      }
    }
  }
}
