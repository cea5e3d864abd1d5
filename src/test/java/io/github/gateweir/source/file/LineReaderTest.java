package io.github.gateweir.source.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.source.file.LineReader.Step;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                  | ''
          a                   | [a]
          a~                  | [a]
          a~b                 | [a][b]
          ~                   | []
          ~~                  | [][]
          ^~                  | []
          a^~                 | [a]
          a^~b^~              | [a][b]
          a^~^~b              | [a][][b]
          a^b~                | [a^b]
          a^^~                | [a^]
          a^                  | [a^]
          ^                   | [^]
          one~two two^~~three | [one][two two][][three]
          """)
  void cutsLinesWhateverTheSizeOfTheBuffer(String text, String lines) throws IOException {
    byte[] bytes = text.replace('~', '\n').replace('^', '\r').getBytes(ISO_8859_1);
    for (int size = 1; size <= bytes.length + 1; size++) {
      assertThat(render(read(bytes, size))).as("buffer of %d", size).isEqualTo(lines);
    }
  }

  @Test
  void leavesBytesAsTheyAre() throws IOException {
    byte[] all = new byte[256];
    for (int i = 0; i < 256; i++) {
      all[i] = (byte) i;
    }
    all['\n'] = 0;

    assertThat(read(all, 100)).containsExactly(all);
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, -1, 0, 1, 2, 300_000})
  void keepsTheFirstBytesOfALongLineAndItsLength(int beyond) throws IOException {
    int length = RawRecord.MAX_LENGTH + beyond;
    for (String end : List.of("\n", "\r\n")) {
      LineReader reader = reader((numbers(length) + end + "next" + end).getBytes(ISO_8859_1), 4096);

      assertThat(advance(reader)).isEqualTo(Step.LINE);
      assertThat(reader.length()).isEqualTo(length);
      assertThat(new String(reader.line(), ISO_8859_1))
          .isEqualTo(numbers(Math.min(length, RawRecord.MAX_LENGTH)));
      assertThat(reader.offset()).isEqualTo(length + end.length());
      assertThat(advance(reader)).isEqualTo(Step.LINE);
      assertThat(reader.line()).asString(ISO_8859_1).isEqualTo("next");
      assertThat(advance(reader)).isEqualTo(Step.END);
    }
  }

  @Test
  void keepsALongLineThatFitsIntoTheBufferShortToo() throws IOException {
    String line = numbers(RawRecord.MAX_LENGTH + 5);
    LineReader reader = reader((line + "\n").getBytes(ISO_8859_1), 2 * RawRecord.MAX_LENGTH);

    assertThat(advance(reader)).isEqualTo(Step.LINE);
    assertThat(reader.line()).hasSize(RawRecord.MAX_LENGTH);
    assertThat(reader.length()).isEqualTo(line.length());
  }

  @Test
  void readsALineLargerThanTheHeap() throws IOException {
    long length = 3L << 30;
    LineReader reader = new LineReader(new Endless(length), 1 << 20, 0, 0, RawRecord.MAX_LENGTH);

    assertThat(advance(reader)).isEqualTo(Step.LINE);
    assertThat(reader.length()).isEqualTo(length);
    assertThat(reader.line()).hasSize(RawRecord.MAX_LENGTH);
  }

  @Test
  void goesOnAfterEveryLine() throws IOException {
    byte[] bytes = "one\r\ntwo\n\n\r\nfive\nlast".getBytes(ISO_8859_1);
    List<byte[]> whole = read(bytes, 7);
    LineReader reader = reader(bytes, 7);
    for (int line = 0; line <= whole.size(); line++) {
      long offset = reader.offset();
      LineReader skipping =
          new LineReader(new ByteArrayInputStream(bytes), 3, offset, offset, RawRecord.MAX_LENGTH);
      byte[] rest = Arrays.copyOfRange(bytes, (int) offset, bytes.length);
      LineReader sought =
          new LineReader(new ByteArrayInputStream(rest), 3, 0, offset, RawRecord.MAX_LENGTH);

      List<byte[]> expected = whole.subList(line, whole.size());
      assertThat(render(readAll(skipping))).isEqualTo(render(expected));
      assertThat(render(readAll(sought))).isEqualTo(render(expected));
      assertThat(skipping.offset()).isEqualTo(bytes.length);
      assertThat(sought.offset()).isEqualTo(bytes.length);
      advance(reader);
    }
  }

  @Test
  void saysSoWhenTheStreamEndsBeforeThePlaceToGoOnAt() {
    LineReader reader =
        new LineReader(new ByteArrayInputStream(new byte[4]), 3, 5, 5, RawRecord.MAX_LENGTH);

    assertThatThrownBy(() -> advance(reader))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("it has become shorter");
  }

  private static List<byte[]> read(byte[] bytes, int bufferSize) throws IOException {
    return readAll(reader(bytes, bufferSize));
  }

  private static LineReader reader(byte[] bytes, int bufferSize) {
    return new LineReader(new ByteArrayInputStream(bytes), bufferSize, 0, 0, RawRecord.MAX_LENGTH);
  }

  private static List<byte[]> readAll(LineReader reader) throws IOException {
    List<byte[]> lines = new ArrayList<>();
    while (advance(reader) == Step.LINE) {
      assertThat(reader.length()).isEqualTo(reader.line().length);
      lines.add(reader.line());
    }
    return lines;
  }

  private static Step advance(LineReader reader) throws IOException {
    Step step = reader.next();
    while (step == Step.UNFINISHED) {
      step = reader.next();
    }
    return step;
  }

  private static String render(List<byte[]> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append('[').append(new String(line, ISO_8859_1)).append(']'));
    return text.toString().replace('\r', '^');
  }

  /** Text in which every place looks different from those around it. */
  private static String numbers(int length) {
    StringBuilder text = new StringBuilder(length + 8);
    while (text.length() < length) {
      text.append(text.length()).append(' ');
    }
    return text.substring(0, length);
  }

  /** So many bytes without a line feed, without the time to fill them in. */
  private static final class Endless extends InputStream {
    private long left;

    Endless(long length) {
      left = length;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("bytes are read in bulk");
    }

    @Override
    public int read(byte[] bytes, int start, int length) {
      int read = (int) Math.min(length, left);
      left -= read;
      return read == 0 ? -1 : read;
    }
  }
}
