package io.github.gateweir.source.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.ecs.DeadLetterJsonWriter;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.gateway.DeadLetterCode;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadDeadLetterFunctionTest {

  private static final Place HERE = Place.inFile("dead-letters.ndjson", 1);
  private static final Place FIRST = Place.inTopic("gateway", 2, 4711, 3);

  private final ReadDeadLetterFunction function = new ReadDeadLetterFunction(new HashMap<>());
  @TempDir private Path folder;

  @BeforeEach
  void open() {
    function.open(DefaultOpenContext.INSTANCE);
  }

  @AfterEach
  void close() {
    function.close();
  }

  @Test
  void givesTextBackByteForByteWithItsFirstPlace() throws IOException {
    byte[] line = "{\"SNI\":\"\\u00e9 \\\\ é\",\t1}".getBytes(UTF_8);

    RawRecord read = replay(letter(FIRST, line, line.length), Integer.MAX_VALUE);

    assertThat(read.line()).isEqualTo(line);
    assertThat(read.length()).isEqualTo(line.length);
    assertThat(read.place()).isEqualTo(FIRST);
    assertThat(read.fault()).isNull();
  }

  @Test
  void givesBytesThatAreNoTextBack() throws IOException {
    byte[] line = {'{', (byte) 0xff, 0, '}'};

    RawRecord read = replay(letter(Place.inFile("a.log", 7), line, line.length), 100_000);

    assertThat(read.line()).isEqualTo(line);
    assertThat(read.place()).isEqualTo(Place.inFile("a.log", 7));
  }

  @Test
  void readsWhatWasTruncatedFromItsFile() throws IOException {
    Path file = folder.resolve("long.log");
    String line = "{\"a\":\"" + "x".repeat(5_000) + "\"}";
    Files.writeString(file, "first\n" + line + "\nlast\n");
    Place place = Place.inFile(file.toString(), 2);

    RawRecord read = replay(letter(place, line.getBytes(UTF_8), line.length()), 1_000);

    assertThat(read.line()).asString().isEqualTo(line);
    assertThat(read.place()).isEqualTo(place);
    assertThat(read.fault()).isNull();
  }

  @Test
  void saysWhenTheFirstPlaceIsGone() throws IOException {
    Place place = Place.inFile(folder.resolve("gone.log").toString(), 2);
    byte[] line = "y".repeat(5_000).getBytes(UTF_8);

    RawRecord read = replay(letter(place, line, line.length), 1_000);

    assertThat(read.fault()).contains("only the beginning", "gone.log");
    assertThat(read.place()).isEqualTo(place);
  }

  @Test
  void saysWhenTheFileHasNoSuchLineAnyMore() throws IOException {
    Path file = folder.resolve("short.log");
    Files.writeString(file, "only\n");
    byte[] line = "y".repeat(5_000).getBytes(UTF_8);

    RawRecord read = replay(letter(Place.inFile(file.toString(), 2), line, 5_000), 1_000);

    assertThat(read.fault()).contains("it is there no more");
  }

  @Test
  void doesNotReplayWhatIsNoDeadLetter() throws IOException {
    for (String line : new String[] {"no JSON", "[]", "{\"event\":{\"kind\":\"event\"}}"}) {
      RawRecord read = function.map(RawRecord.of(line.getBytes(UTF_8), HERE));

      assertThat(read.line()).asString().isEqualTo(line);
      assertThat(read.place()).isEqualTo(HERE);
      assertThat(read.fault()).contains("not a dead letter");
    }
  }

  @Test
  void passesBlankLinesAndTombstonesOn() throws IOException {
    assertThat(function.map(RawRecord.of(new byte[0], HERE)).fault()).isNull();
    assertThat(function.map(RawRecord.tombstone(HERE)).line()).isNull();
  }

  private RawRecord replay(DeadLetter letter, int maxBytes) throws IOException {
    byte[] document = new DeadLetterJsonWriter(maxBytes).write(letter);
    return function.map(RawRecord.of(document, HERE));
  }

  private static DeadLetter letter(Place place, byte[] original, long length) {
    return new DeadLetter(place, DeadLetterCode.TOO_LARGE, "Too large.", original, length, 0);
  }
}
