package io.github.gateweir.sigma.compile;

import io.github.gateweir.sigma.Mark;
import io.github.gateweir.sigma.match.Form;
import io.github.gateweir.sigma.match.Network;
import io.github.gateweir.sigma.match.Predicate;
import io.github.gateweir.sigma.match.ValueCheck;
import io.github.gateweir.sigma.match.ValueCheck.Comparison;
import io.github.gateweir.sigma.match.ValueCheck.Part;
import io.github.gateweir.sigma.match.ValueCheck.Unit;
import io.github.gateweir.sigma.rule.LogSource;
import io.github.gateweir.sigma.rule.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Rules and events drawn from so few letters, numbers, addresses and times that rules often match.
 */
final class RandomRules {

  static final Mark MARK = new Mark("random.yml", 1, 1);

  private static final List<String> FIELDS = List.of("a", "b", "c.d", "list", "ip", "time");
  private static final List<String> LETTERS =
      List.of(
          "a", "b", "A", ".", "k", "\u212a", "s", "\u017f", "i", "\u0131", "\ud83d\ude00", "\n");
  private static final List<String> NUMBERS =
      List.of("0", "1", "443", "44", "1.5", "-1", "9223372036854775808", "1684444377058000001");
  private static final List<String> ADDRESSES =
      List.of("10.1.2.3", "::ffff:10.1.2.3", "192.0.2.1", "2001:db8::1", "10.1.2", "fe80::1%a");
  private static final List<String> NETWORKS =
      List.of("10.0.0.0/8", "10.1.2.3", "::/0", "2001:db8::/32", "0.0.0.0/0", "192.0.2.0/31");
  private static final List<String> TIMES =
      List.of(
          "2026-01-01T00:30:00Z",
          "2025-12-29T23:59:59.5+02:00",
          "2024-02-29T12:00:01-05:30",
          "now");
  private static final List<String> REGEXES =
      List.of("ab", "(?i)AB+", "^a.", "[ab]k?\\z", "(?s)a.b", "a|\\.", "(?:ab|k)s", "a{2}", "b*a");

  private final Random random;

  RandomRules(long seed) {
    random = new Random(seed);
  }

  Rule rule(int number) {
    return rule(number, predicate(3));
  }

  static Rule rule(int number, Predicate condition) {
    return new Rule(
        "Rule " + number,
        null,
        null,
        null,
        null,
        "",
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new LogSource(null, null, null, MARK),
        Map.of(),
        condition,
        Map.of(),
        MARK);
  }

  Predicate predicate(int depth) {
    return switch (depth == 0 ? 4 + random.nextInt(8) : random.nextInt(12)) {
      case 0 -> new Predicate.And(some(4, () -> predicate(depth - 1)));
      case 1 -> new Predicate.Or(some(6, () -> predicate(depth - 1)));
      case 2 -> new Predicate.Not(predicate(depth - 1));
      case 3 -> new Predicate.Search("search", predicate(depth - 1));
      case 4 -> new Predicate.FieldExists(field(), MARK);
      case 5 -> new Predicate.FieldIsNull(field(), MARK);
      case 6 ->
          new Predicate.FieldIsField(
              field(), field(), of(Form.values()), random.nextBoolean(), MARK);
      case 7 -> new Predicate.Keyword(test(), MARK);
      default -> new Predicate.FieldIs(field(), test(), MARK);
    };
  }

  private ValueCheck test() {
    return switch (random.nextInt(14)) {
      case 0 -> new ValueCheck.Present();
      case 1 -> new ValueCheck.IsNumber(new BigDecimal(of(NUMBERS)));
      case 2 -> new ValueCheck.Compares(of(Comparison.values()), new BigDecimal(of(NUMBERS)));
      case 3 -> new ValueCheck.Finds(of(REGEXES));
      case 4 -> new ValueCheck.InNetwork(Network.parse(of(NETWORKS)));
      case 5 -> new ValueCheck.InNetworks("nets", some(3, () -> Network.parse(of(NETWORKS))));
      case 6, 7 ->
          new ValueCheck.InList(
              "list", some(4, () -> text(3)), of(Form.values()), random.nextBoolean());
      case 8 -> new ValueCheck.TimePart(of(Unit.values()), timeTest());
      case 9 -> new ValueCheck.AnyOf(some(3, this::test));
      default -> new ValueCheck.Matches(parts(), random.nextInt(3) == 0);
    };
  }

  private ValueCheck timeTest() {
    BigDecimal number = BigDecimal.valueOf(of(List.of(0, 1, 12, 29, 30, 2026)));
    return random.nextBoolean()
        ? new ValueCheck.IsNumber(number)
        : new ValueCheck.Compares(of(Comparison.values()), number);
  }

  /** Literals are not adjacent. */
  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    boolean literal = false;
    for (int i = random.nextInt(5); i > 0; i--) {
      literal = !literal && random.nextBoolean();
      parts.add(literal ? new Part.Literal(literal()) : wildcard());
    }
    return parts;
  }

  private String literal() {
    return random.nextInt(4) == 0 ? of(NUMBERS) : of(LETTERS) + text(2);
  }

  private Part wildcard() {
    return switch (random.nextInt(4)) {
      case 0 -> new Part.One();
      case 1 -> new Part.OneOf("a.\u017f\ud83d\ude00");
      default -> new Part.Any();
    };
  }

  /** An event as JSON. */
  String event() {
    StringBuilder json = new StringBuilder("{\"other\":{\"deep\":[" + value() + "]}");
    for (String field : FIELDS) {
      if (random.nextInt(5) > 0) {
        json.append(",\"").append(field).append("\":").append(fieldValue(field));
      }
    }
    return json.append('}').toString();
  }

  private String fieldValue(String field) {
    return switch (random.nextInt(8)) {
      case 0 -> "null";
      case 1 -> "{\"a\":" + value() + "}";
      case 2 -> some(3, this::value).toString();
      case 3 -> value();
      default ->
          switch (field) {
            case "ip" -> quoted(of(ADDRESSES));
            case "time" -> quoted(of(TIMES));
            default -> value();
          };
    };
  }

  private String value() {
    return switch (random.nextInt(12)) {
      case 0 -> "null";
      case 1 -> String.valueOf(random.nextBoolean());
      case 2 -> of(List.of("1e2", "1.50", "-0.0", "443.0", "12e-1"));
      case 3, 4 -> of(NUMBERS);
      case 5 -> quoted(of(NUMBERS));
      case 6 -> quoted(of(ADDRESSES));
      default -> quoted(text(5));
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\n", "\\n") + '"';
  }

  private String text(int longest) {
    return String.join("", some(longest, () -> of(LETTERS)));
  }

  private <T> List<T> some(int most, Supplier<T> supplier) {
    List<T> some = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      some.add(supplier.get());
    }
    return some;
  }

  private String field() {
    return of(FIELDS);
  }

  private <T> T of(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private <T> T of(T[] all) {
    return all[random.nextInt(all.length)];
  }
}
