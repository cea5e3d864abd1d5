package io.github.gateweir.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The UTF-8 check against the JDK's decoder, alone and as part of the parser. */
class Utf8Test {

  private final CharsetDecoder decoder =
      UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer decoded = CharBuffer.allocate(1_024);
  private final GatewayLogParser parser = new GatewayLogParser();
  private final GatewayNetworkLog log = new GatewayNetworkLog();

  @Test
  void agreesOnEverySequenceOfTwoBytes() {
    for (int pair = 0; pair < 1 << 16; pair++) {
      compare(new byte[] {(byte) (pair >> 8), (byte) pair});
    }
  }

  @Test
  void agreesOnEverySequenceOfThreeBytesThatBeginsLikeOne() {
    for (int lead = 0xE0; lead < 0x100; lead++) {
      for (int tail = 0; tail < 1 << 16; tail += tail % 7 == 0 ? 3 : 1) {
        compare(new byte[] {(byte) lead, (byte) (tail >> 8), (byte) tail});
      }
    }
  }

  @Test
  void agreesOnSequencesOfFourBytesAtTheEdges() {
    int[] leads = {0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xF8, 0xFF};
    int[] tails = {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF};
    for (int lead : leads) {
      for (int second : tails) {
        for (int third : tails) {
          for (int fourth : tails) {
            compare(new byte[] {(byte) lead, (byte) second, (byte) third, (byte) fourth});
          }
        }
      }
    }
  }

  @Test
  void agreesOnTextWhereverItIsBroken() {
    Random random = new Random(7);
    byte[] text =
        "plain, \u00e9\u00df, \u20ac\uffff, \ud83d\ude00\udbff\udfff.".repeat(3).getBytes(UTF_8);
    for (int i = 0; i < 20_000; i++) {
      byte[] broken = text.clone();
      broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      compare(Arrays.copyOf(broken, random.nextInt(broken.length + 1)));
    }
  }

  @Test
  void dropsOnlyACharacterThatIsCutInTwo() {
    String text = "a\u00e9\u20ac\ud83d\ude00z";
    byte[] bytes = text.getBytes(UTF_8);
    for (int length = 0; length <= bytes.length; length++) {
      int whole = Utf8.wholeCharacters(bytes, length);

      assertThat(text).startsWith(new String(bytes, 0, whole, UTF_8));
      assertThat(length - whole).isBetween(0, 3);
      assertThat(Utf8.isValid(Arrays.copyOf(bytes, whole))).isTrue();
    }
  }

  private void compare(byte[] bytes) {
    boolean expected = decodes(bytes);
    boolean parserDisagrees = (isPlain(bytes) || !expected) && parses(bytes) != expected;
    if (Utf8.isValid(bytes) != expected || parserDisagrees) {
      throw new AssertionError(HexFormat.of().formatHex(bytes) + " is valid: " + expected);
    }
  }

  private boolean decodes(byte[] bytes) {
    decoded.clear();
    decoder.reset();
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), decoded, true);
    return !result.isError() && !decoder.flush(decoded).isError();
  }

  /** Whether the parser takes the bytes as a string. */
  private boolean parses(byte[] bytes) {
    byte[] line = new byte[bytes.length + 8];
    System.arraycopy("{\"a\":\"".getBytes(UTF_8), 0, line, 0, 6);
    System.arraycopy(bytes, 0, line, 6, bytes.length);
    line[line.length - 2] = '"';
    line[line.length - 1] = '}';
    try {
      parser.parse(line, log);
      return true;
    } catch (MalformedRecordException e) {
      return false;
    }
  }

  /** Whether the bytes can stand in a JSON string as they are. */
  private static boolean isPlain(byte[] bytes) {
    for (byte b : bytes) {
      if ((b >= 0 && b < ' ') || b == '"' || b == '\\') {
        return false;
      }
    }
    return true;
  }
}
