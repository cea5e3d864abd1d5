package io.github.gateweir.ecs;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import io.github.gateweir.gateway.TextBuffer;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reading and writing of IP addresses against Guava's, which asks no name server. */
class IpAddressTest {

  private final IpAddress address = new IpAddress();
  private final Random random = new Random(20_261_124);

  @ParameterizedTest
  @CsvSource({
    // The recommendations of RFC 5952, section 4, one after the other.
    "2001:0db8::0001, 2001:db8::1",
    "2001:db8:0:0:0:0:2:1, 2001:db8::2:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:db8::0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "2001:DB8:AAAA:bBbB::CC, 2001:db8:aaaa:bbbb::cc",
    // Section 5, and the ends of the range.
    "::FFFF:192.0.2.1, ::ffff:192.0.2.1",
    "0:0:0:0:0:ffff:c000:201, ::ffff:192.0.2.1",
    "0:0:0:0:0:0:0:0, ::",
    "0:0:0:0:0:0:0:1, ::1",
    "1:0:0:0:0:0:0:0, 1::",
    "0:1:0:0:0:0:0:0, 0:1::",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
    "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
    "192.0.2.1, 192.0.2.1",
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255"
  })
  void writesTheCanonicalForm(String text, String canonical) {
    assertThat(read(text)).isTrue();
    assertThat(canonical()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        ":",
        ":::",
        "1",
        "1.2.3",
        "1.2.3.4.5",
        "1.2.3.256",
        "01.2.3.4",
        "1.2.3.4 ",
        " 1.2.3.4",
        "1..2.3",
        "+1.2.3.4",
        "0x1.2.3.4",
        "1.2.3.-4",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1::2::3",
        "12345::",
        "g::",
        "1:2:3:4:5:6:7:8::",
        ":1::",
        "1::2:",
        "::1.2.3",
        "::1.2.3.4:5",
        "1:2:3:4:5:6:7:1.2.3.4",
        "::ffff:01.2.3.4",
        "fe80::1%eth0",
        "[::1]",
        "::1/128",
        "example.com",
        "1:2:3:4:5:6:7::8",
        "\u0661.2.3.4",
        "\uff11::"
      })
  void refusesWhatIsNoAddress(String text) {
    assertThat(read(text)).isFalse();
  }

  @Test
  void readsAndWritesRandomAddressesInAnySpellingAsGuavaDoes() {
    for (int i = 0; i < 40_000; i++) {
      compare(spelled());
    }
  }

  @Test
  void judgesBrokenSpellingsAsGuavaDoes() {
    for (int i = 0; i < 40_000; i++) {
      StringBuilder text = new StringBuilder(spelled());
      for (int n = random.nextInt(3); n >= 0 && text.length() > 0; n--) {
        int at = random.nextInt(text.length());
        char c = "0123456789abcdefABCDEFg::::....".charAt(random.nextInt(31));
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, c);
          case 1 -> text.insert(at, c);
          default -> text.deleteCharAt(at);
        }
      }
      compare(text.toString());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0, true",
    "10.255.255.255, true",
    "11.0.0.0, false",
    "9.255.255.255, false",
    "172.16.0.0, true",
    "172.31.255.255, true",
    "172.15.255.255, false",
    "172.32.0.0, false",
    "192.168.0.0, true",
    "192.168.255.255, true",
    "192.167.255.255, false",
    "192.169.0.0, false",
    "100.64.0.0, true",
    "100.127.255.255, true",
    "100.63.255.255, false",
    "100.128.0.0, false",
    "169.254.0.0, true",
    "169.254.255.255, true",
    "169.253.255.255, false",
    "8.8.8.8, false",
    "fc00::, true",
    "fdff:ffff::1, true",
    "fbff::, false",
    "fe00::, false",
    "fe80::1, true",
    "febf::1, true",
    "fec0::1, false",
    "fe7f::1, false",
    "::1, false",
    "2001:db8::1, false",
    "::ffff:10.0.0.1, true",
    "::ffff:8.8.8.8, false"
  })
  void knowsPrivateAddresses(String text, boolean isPrivate) {
    assertThat(read(text)).isTrue();
    assertThat(address.isPrivate()).isEqualTo(isPrivate);
  }

  private void compare(String text) {
    boolean valid = InetAddresses.isInetAddress(text);
    assertThat(read(text)).as(text).isEqualTo(valid);
    if (valid) {
      InetAddress expected = InetAddresses.forString(text);
      byte[] bytes = new byte[16];
      assertThat(Arrays.copyOf(bytes, address.bytes(bytes)))
          .as(text)
          .isEqualTo(expected.getAddress());
      assertThat(address.isWrittenAsV6()).as(text).isEqualTo(text.contains(":"));
      assertThat(canonical()).as(text).isEqualTo(canonical(expected, text));
    }
  }

  /** Java has no IPv4 address that is written as IPv6. */
  private static String canonical(InetAddress expected, String text) {
    String canonical = InetAddresses.toAddrString(expected);
    return expected instanceof Inet4Address && text.contains(":")
        ? "::ffff:" + canonical
        : canonical;
  }

  private String spelled() {
    if (random.nextInt(4) == 0) {
      return v4();
    }
    int groups = random.nextInt(3) == 0 ? 6 : 8;
    StringBuilder text = new StringBuilder();
    int from = random.nextInt(groups);
    int to = random.nextBoolean() ? from : from + 1 + random.nextInt(groups - from);
    boolean mapped = groups == 6 && random.nextInt(3) == 0;
    for (int i = 0; i < groups; i++) {
      if (i == from && to > from) {
        text.append("::");
        i = to - 1;
      } else {
        text.append(mapped ? i < 5 ? "0" : "ffff" : group());
        if (i + 1 < groups && !(i + 1 == from && to > from)) {
          text.append(':');
        }
      }
    }
    if (groups == 6) {
      text.append(text.toString().endsWith("::") ? "" : ":").append(v4());
    }
    return text.toString();
  }

  private String v4() {
    return random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256) + ".0";
  }

  private String group() {
    int value = random.nextInt(3) == 0 ? 0 : random.nextInt(1 << (4 * (1 + random.nextInt(4))));
    String hex = random.nextBoolean() ? "%x" : random.nextBoolean() ? "%04x" : "%X";
    return String.format(hex, value);
  }

  private boolean read(String text) {
    byte[] bytes = ("[" + text + "]").getBytes(UTF_8);
    return address.read(bytes, 1, bytes.length - 1);
  }

  private String canonical() {
    TextBuffer out = new TextBuffer(4);
    address.appendCanonical(out);
    return new String(out.toByteArray(), US_ASCII);
  }
}
