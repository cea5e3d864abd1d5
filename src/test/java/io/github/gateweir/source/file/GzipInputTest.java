package io.github.gateweir.source.file;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipInputTest {

  private static final byte[] TEXT = text(5_000);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64, 8192})
  void uncompressesSeveralMembersWhateverTheSizeOfTheBuffer(int bufferSize) throws IOException {
    byte[] file = Samples.concat(Samples.gzip(TEXT), Samples.gzip(new byte[0]), Samples.gzip(TEXT));

    assertThat(read(file, bufferSize)).isEqualTo(Samples.concat(TEXT, TEXT));
  }

  @Test
  void givesOutWhatIsPendingWhenAllInputIsTaken() throws IOException {
    byte[] zeros = new byte[10_000_000];

    assertThat(read(Samples.gzip(zeros), 1 << 16)).isEqualTo(zeros);
  }

  @Test
  void passesOverZerosAfterTheLastMember() throws IOException {
    assertThat(read(Samples.concat(Samples.gzip(TEXT), new byte[700]), 512)).isEqualTo(TEXT);
  }

  @Test
  void passesOverEverythingAHeaderMayHold() throws IOException {
    byte[] plain = Samples.gzip(TEXT);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(plain, 0, 3);
    file.write(0b11111); // text, checksum, extra field, name, comment
    file.write(plain, 4, 6);
    file.writeBytes(new byte[] {3, 0, 9, 9, 9});
    file.writeBytes("name\0comment\0".getBytes(US_ASCII));
    CRC32 checksum = new CRC32();
    checksum.update(file.toByteArray());
    file.write((int) checksum.getValue());
    file.write((int) checksum.getValue() >> 8);
    file.write(plain, 10, plain.length - 10);

    assertThat(read(file.toByteArray(), 16)).isEqualTo(TEXT);
  }

  @Test
  void givesOutWhatThereIsOfAFileThatIsCutOffAnywhere() throws IOException {
    byte[] whole = Samples.gzip(TEXT);
    for (int length = 2; length < whole.length; length++) {
      ByteArrayOutputStream got = new ByteArrayOutputStream();
      GzipInput input = open(Arrays.copyOf(whole, length), 100);

      assertThatThrownBy(() -> input.transferTo(got), "cut off at %d", length)
          .isInstanceOf(UnreadableFileException.class)
          .hasMessageContaining("the file ends in the middle of it, at byte %d of", length)
          .hasMessageContaining("after %d uncompressed bytes", got.size());
      assertThat(got.toByteArray()).isEqualTo(Arrays.copyOf(TEXT, got.size()));
    }
  }

  @Test
  void losesLittleOfAFileThatIsCutOff() {
    byte[] whole = Samples.gzip(TEXT);
    ByteArrayOutputStream got = new ByteArrayOutputStream();
    GzipInput input = open(Arrays.copyOf(whole, whole.length - 9), 1 << 16);

    assertThatThrownBy(() -> input.transferTo(got)).isInstanceOf(UnreadableFileException.class);
    assertThat(got.size()).isGreaterThan(TEXT.length - 50);
  }

  @Test
  void noticesEveryFlippedBit() throws IOException {
    byte[] whole = Samples.gzip(TEXT);
    // What comes before (flags, time, system) may change without harm, and so may the bits that
    // fill up the last byte of the data.
    int lastOfData = whole.length - 9;
    for (int place = 10; place < whole.length; place++) {
      if (place == lastOfData) {
        continue;
      }
      byte[] file = whole.clone();
      file[place] ^= (byte) (1 << place % 8);

      assertThatThrownBy(() -> read(file, 1 << 16), "flipped in byte %d", place)
          .isInstanceOf(UnreadableFileException.class)
          .hasMessageStartingWith("The gzip stream is broken: ");
    }
  }

  @Test
  void givesOutWhatComesBeforeDamagedDataInTheSameRead() throws IOException {
    byte[] stored = storedBlock("good data");
    byte[] file = Samples.concat(header(), stored, new byte[] {0b111});
    GzipInput input = open(file, 1 << 16);

    assertThat(input.readNBytes(9)).asString(US_ASCII).isEqualTo("good data");
    assertThatThrownBy(input::read)
        .hasMessageContaining("invalid block type")
        .hasMessageContaining("after 9 uncompressed bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1}\n", "\u001f", "\0\0x"})
  void takesWhatFollowsAMemberForDamage(String follows) throws IOException {
    GzipInput input = open(Samples.concat(Samples.gzip(TEXT), follows.getBytes(US_ASCII)), 1 << 16);

    assertThat(input.readNBytes(TEXT.length)).isEqualTo(TEXT);
    assertThatThrownBy(input::read).isInstanceOf(UnreadableFileException.class);
  }

  @Test
  void refusesAnUnknownCompressionMethod() {
    byte[] file = Samples.gzip(TEXT);
    file[2] = 7;

    assertThatThrownBy(() -> open(file, 64).read())
        .hasMessageContaining("its compression method is unknown, at byte 3 of the file");
  }

  @Test
  void noticesAWrongLength() {
    byte[] file = Samples.gzip(TEXT);
    file[file.length - 1]++;

    assertThatThrownBy(() -> open(file, 64).readAllBytes())
        .hasMessageContaining("the length of its data is wrong, at byte " + file.length);
  }

  @Test
  void letsTheStoragesOwnErrorsThrough() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();

    assertThatThrownBy(() -> new GzipInput(closed, 64).read())
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("Stream closed");
  }

  private static byte[] header() {
    return Arrays.copyOf(Samples.gzip(new byte[0]), 10);
  }

  private static byte[] storedBlock(String text) {
    int length = text.length();
    byte[] head = {0, (byte) length, 0, (byte) ~length, (byte) 0xff};
    return Samples.concat(head, text.getBytes(US_ASCII));
  }

  private static byte[] read(byte[] file, int bufferSize) throws IOException {
    try (GzipInput input = open(file, bufferSize)) {
      return input.readAllBytes();
    }
  }

  /** As an object store's stream, this one never knows what is available. */
  private static GzipInput open(byte[] file, int bufferSize) {
    return new GzipInput(
        new ByteArrayInputStream(file) {
          @Override
          public synchronized int available() {
            return 0;
          }
        },
        bufferSize);
  }

  private static byte[] text(int length) {
    StringBuilder text = new StringBuilder();
    Random random = new Random(3);
    while (text.length() < length) {
      text.append("{\"n\":").append(random.nextInt(100_000)).append("}\n");
    }
    return text.substring(0, length).getBytes(US_ASCII);
  }
}
