package io.github.gateweir.intel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gateweir.intel.ListValue.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListValueTest {

  @ParameterizedTest
  @CsvSource({
    "example.org, DOMAIN, example.org, 0",
    "Example.ORG., DOMAIN, example.org, 0",
    "onion, DOMAIN, onion, 0",
    "_dmarc.example.org, DOMAIN, _dmarc.example.org, 0",
    "3322.org, DOMAIN, 3322.org, 0",
    "bücher.example, DOMAIN, xn--bcher-kva.example, 0",
    "BÜCHER.example, DOMAIN, xn--bcher-kva.example, 0",
    "192.0.2.1, ADDRESS, 192.0.2.1, 0",
    "192.0.2.1:443, ADDRESS, 192.0.2.1, 443",
    "2001:DB8:0:0::1, ADDRESS, 2001:db8::1, 0",
    "[2001:db8::1]:65535, ADDRESS, 2001:db8::1, 65535",
    "192.0.2.0/24, NETWORK, 192.0.2.0/24, 0",
    "192.0.2.7/32, NETWORK, 192.0.2.7/32, 0",
    "0.0.0.0/0, NETWORK, 0.0.0.0/0, 0",
    "2001:db8:0::/47, NETWORK, 2001:db8::/47, 0"
  })
  void readsAValueInTheFormThatEventsHave(String value, Kind kind, String text, int port) {
    assertThat(ListValue.parse(value)).isEqualTo(new ListValue(kind, text, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".example.org",
        "*.example.org",
        "https://example.org",
        "example..org",
        "-example.org",
        "two words",
        "192.0.2.256",
        "192.0.2",
        "192.0.2.1:0",
        "192.0.2.1:65536",
        "192.0.2.1/33",
        "192.0.2.0/",
        "192.0.2.0/x",
        "example.org/24",
        "2001:db8::g",
        "fe80::1%eth0",
        "a.example:443"
      })
  void refusesWhatIsNoValue(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> ListValue.parse(value));
  }

  @Test
  void namesTheNetworkThatIsMeantWhereHostBitsAreSet() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ListValue.parse("10.1.2.3/20"))
        .withMessageContaining("10.1.0.0/20");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ListValue.parse("2001:db8::1/64"))
        .withMessageContaining("2001:db8::/64");
  }

  @Test
  void refusesALabelOfMoreThan63Characters() {
    assertThat(ListValue.parse("a".repeat(63) + ".org").kind()).isEqualTo(Kind.DOMAIN);
    assertThatIllegalArgumentException().isThrownBy(() -> ListValue.parse("a".repeat(64) + ".org"));
  }
}
