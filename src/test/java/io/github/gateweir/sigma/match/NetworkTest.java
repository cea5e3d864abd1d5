package io.github.gateweir.sigma.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.net.InetAddresses;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks and addresses. */
class NetworkTest {

  private final AddressReader reader = new AddressReader();

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 104, 10.0.0.0, 10.255.255.255",
    "10.1.2.3, 128, 10.1.2.3, 10.1.2.3",
    "0.0.0.0/0, 96, 0.0.0.0, 255.255.255.255",
    "192.0.2.128/25, 121, 192.0.2.128, 192.0.2.255",
    "::ffff:10.0.0.0/104, 104, 10.0.0.0, 10.255.255.255",
    "2001:db8::/32, 32, 2001:db8::, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
    "2001:db8::/64, 64, 2001:db8::, 2001:db8::ffff:ffff:ffff:ffff",
    "2001:db8::8000/113, 113, 2001:db8::8000, 2001:db8::ffff",
    "::/0, 0, ::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
  })
  void containsItsFirstAndItsLastAddress(String text, int prefix, String first, String last) {
    Network network = Network.parse(text);
    assertThat(network.prefix()).isEqualTo(prefix);
    assertThat(network.text()).isEqualTo(text);
    assertThat(contains(network, first)).isTrue();
    assertThat(contains(network, last)).isTrue();
    assertThat(network.lastLow()).isEqualTo(reader.low());
    assertThat(network.lastHigh()).isEqualTo(reader.high());
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 11.0.0.0",
    "10.0.0.0/8, 9.255.255.255",
    "10.0.0.0/8, 2001:db8::a00:1",
    "192.0.2.128/25, 192.0.2.127",
    "2001:db8::/64, 2001:db8:0:1::",
    "2001:db8::8000/113, 2001:db8::7fff"
  })
  void containsNoOther(String network, String address) {
    assertThat(contains(Network.parse(network), address)).isFalse();
  }

  private boolean contains(Network network, String address) {
    assertThat(reader.read(address)).isTrue();
    return network.contains(reader.high(), reader.low());
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3/8, 10.0.0.0/8",
    "10.1.2.3/0, 0.0.0.0/0",
    "2001:db8::1/32, 2001:db8::/32",
    "2001:db8:0:0:1::/64, 2001:db8::/64",
    "::ffff:10.1.2.3/104, ::ffff:10.0.0.0/104"
  })
  void refusesBitsBehindThePrefixAndNamesTheNetwork(String text, String network) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.parse(text))
        .withMessage("The network \"%s\" has bits set behind its prefix; write %s.", text, network);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0/33", "10.0.0.0/", "10.0.0.0/a", "10.0.0.0/-1", "::/129", "::/ 1"})
  void refusesAPrefixThatIsNone(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.parse(text))
        .withMessageStartingWith("The network \"" + text + "\" needs a number from 0 to ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/8", "10/8", "10.0.0.256/32", "example.com", "fe80::1%eth0/64"})
  void refusesWhatIsNoNetwork(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Network.parse(text))
        .withMessageContaining("is no network; write an address");
  }

  @Test
  void readsAddressesInAnySpellingAsGuavaDoes() {
    Random random = new Random(20_261_124);
    int valid = 0;
    for (int i = 0; i < 200_000; i++) {
      StringBuilder text = new StringBuilder(spelled(random));
      for (int n = random.nextInt(3); n > 0 && text.length() > 0; n--) {
        int at = random.nextInt(text.length());
        text.replace(at, at + random.nextInt(2), random.nextBoolean() ? ":" : "1.aF0".substring(n));
      }
      valid += compare(text.toString()) ? 1 : 0;
    }
    assertThat(valid).isBetween(50_000, 190_000);
  }

  private static String spelled(Random random) {
    StringBuilder text = new StringBuilder();
    if (random.nextInt(3) > 0) {
      int groups = random.nextInt(9);
      for (int i = 0; i < groups; i++) {
        text.append(Integer.toHexString(random.nextInt(0x10000))).append(':');
      }
      text.append(groups < 7 ? ":" : "");
      if (random.nextInt(3) > 0) {
        return text.append(Integer.toHexString(random.nextInt(0x10000))).toString();
      }
    }
    return text
        + "%d.%d.%d.0".formatted(random.nextInt(256), random.nextInt(256), random.nextInt(300));
  }

  private boolean compare(String text) {
    boolean valid = InetAddresses.isInetAddress(text);
    assertThat(reader.read(text)).as(text).isEqualTo(valid);
    if (valid) {
      byte[] bytes = InetAddresses.forString(text).getAddress();
      ByteBuffer whole = ByteBuffer.allocate(16);
      if (bytes.length == 4) {
        whole.putShort(10, (short) -1);
      }
      whole.position(16 - bytes.length).put(bytes);
      assertThat(reader.high()).as(text).isEqualTo(whole.getLong(0));
      assertThat(reader.low()).as(text).isEqualTo(whole.getLong(8));
    }
    return valid;
  }
}
