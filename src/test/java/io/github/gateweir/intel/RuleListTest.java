package io.github.gateweir.intel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleListTest {

  @Test
  void skipsCommentsAndBlankLinesAndTakesAValueOnce() throws Exception {
    RuleList list = parse("x", "# head\r\n\n b.example # why\na.example\n B.example\n");

    assertThat(list.values()).containsExactly("b.example", "a.example");
  }

  @Test
  void offersTheSubdomainsOfAListOfDomains() throws Exception {
    assertThat(parse("pool_domains", "a.example\nb.example").placeholders())
        .isEqualTo(
            Map.of(
                "pool_domains", List.of("a.example", "b.example"),
                "pool_subdomains", List.of(".a.example", ".b.example")));
  }

  @Test
  void offersTheAddressesOfEachPort() throws Exception {
    RuleList list = parse("relays", "192.0.2.1:443\n192.0.2.2:80\n[2001:db8::1]:443\n192.0.2.3");

    assertThat(list.placeholders())
        .isEqualTo(
            Map.of(
                "relays", List.of("192.0.2.1", "192.0.2.2", "2001:db8::1", "192.0.2.3"),
                "relays_443", List.of("192.0.2.1", "2001:db8::1"),
                "relays_80", List.of("192.0.2.2")));
  }

  @Test
  void saysWhichLineIsNoValue() {
    assertThatExceptionOfType(InvalidListException.class)
        .isThrownBy(() -> parse("x", "# head\na.example\n10.0.0.1/8\n"))
        .withMessageStartingWith("lists/x.txt:3: ")
        .withMessageContaining("10.0.0.0/8");
  }

  @Test
  void refusesAddressesAmongDomains() {
    assertThatExceptionOfType(InvalidListException.class)
        .isThrownBy(() -> parse("pool_domains", "192.0.2.1"))
        .withMessageStartingWith("lists/pool_domains.txt:1: ");
  }

  @Test
  void refusesAListThatIsNotUtf8() {
    byte[] latin1 = "b\u00fccher.example".getBytes(StandardCharsets.ISO_8859_1);

    assertThatExceptionOfType(InvalidListException.class)
        .isThrownBy(() -> RuleList.parse("x", "lists/x.txt", latin1))
        .withMessageContaining("UTF-8");
  }

  @Test
  void readsAListWithAByteOrderMark() throws Exception {
    assertThat(parse("x", "\uFEFFa.example\n").values()).containsExactly("a.example");
  }

  private static RuleList parse(String name, String text) throws InvalidListException {
    return RuleList.parse(name, "lists/" + name + ".txt", text.getBytes(StandardCharsets.UTF_8));
  }
}
