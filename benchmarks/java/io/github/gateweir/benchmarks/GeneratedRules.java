package io.github.gateweir.benchmarks;

import io.github.gateweir.sigma.Mark;
import io.github.gateweir.sigma.match.Network;
import io.github.gateweir.sigma.match.Predicate;
import io.github.gateweir.sigma.match.ValueCheck;
import io.github.gateweir.sigma.match.ValueCheck.Part;
import io.github.gateweir.sigma.rule.LogSource;
import io.github.gateweir.sigma.rule.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Rules for records of the gateway, in the mix of P5: of a hundred, 50 name a domain, 20 a part of
 * one, 10 how a device's name begins, 8 a network and a port, 7 except something, 5 are regular
 * expressions. Hardly an event matches any.
 */
final class GeneratedRules {

  private static final Mark MARK = new Mark("generated.yml", 1, 1);
  private static final String DOMAIN = "destination.domain";
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final List<String> TOP_LEVEL = List.of("com", "net", "org", "io", "xyz", "top");

  private final Random random;

  private GeneratedRules(long seed) {
    random = new Random(seed);
  }

  static List<Rule> of(int count, long seed) {
    GeneratedRules generated = new GeneratedRules(seed);
    List<Rule> rules = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rules.add(rule(i, generated.condition(i % 20)));
    }
    return rules;
  }

  private static Rule rule(int number, Predicate condition) {
    Predicate search = new Predicate.Search("selection", condition);
    return new Rule(
        "Generated rule " + number,
        null,
        null,
        "test",
        "medium",
        "",
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new LogSource(null, "cloudflare", "gateway_network", MARK),
        Map.of("selection", condition),
        search,
        Map.of(),
        MARK);
  }

  private Predicate condition(int kind) {
    return switch (kind) {
      case 0, 1, 2, 3, 4 -> is(DOMAIN, new Part.Literal(domain()));
      case 5, 6, 7, 8, 9 -> is(DOMAIN, new Part.Any(), new Part.Literal("." + domain()));
      case 10, 11, 12, 13 -> is(DOMAIN, new Part.Any(), new Part.Literal(word(8)), new Part.Any());
      case 14, 15 -> is("host.name", new Part.Literal(word(6) + "-"), new Part.Any());
      case 16 -> networkAndPort();
      case 17 -> random.nextInt(5) < 3 ? networkAndPort() : exception();
      case 18 -> exception();
      default -> test(DOMAIN, new ValueCheck.Finds("^[a-z0-9]+\\." + word(7) + "\\.[a-z]{2,6}$"));
    };
  }

  private Predicate networkAndPort() {
    String network = "%d.%d.%d.0/24".formatted(20 + random.nextInt(70), byteOf(), byteOf());
    BigDecimal port = BigDecimal.valueOf(1_024 + random.nextInt(60_000));
    return new Predicate.And(
        List.of(
            test("destination.ip", new ValueCheck.InNetwork(Network.parse(network))),
            test("destination.port", new ValueCheck.IsNumber(port))));
  }

  private Predicate exception() {
    return new Predicate.And(
        List.of(
            is(DOMAIN, new Part.Any(), new Part.Literal("." + domain())),
            new Predicate.Not(is("user.name", new Part.Literal("svc_"), new Part.Any()))));
  }

  private static Predicate is(String field, Part... parts) {
    return test(field, new ValueCheck.Matches(List.of(parts), false));
  }

  private static Predicate test(String field, ValueCheck test) {
    return new Predicate.FieldIs(field, test, MARK);
  }

  private int byteOf() {
    return random.nextInt(256);
  }

  private String domain() {
    return word(5 + random.nextInt(8)) + "." + TOP_LEVEL.get(random.nextInt(TOP_LEVEL.size()));
  }

  private String word(int length) {
    StringBuilder word = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return word.toString();
  }
}
