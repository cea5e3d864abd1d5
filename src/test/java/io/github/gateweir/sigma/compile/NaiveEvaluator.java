package io.github.gateweir.sigma.compile;

import com.google.common.net.InetAddresses;
import io.github.gateweir.sigma.event.EventField;
import io.github.gateweir.sigma.event.EventModel;
import io.github.gateweir.sigma.match.Form;
import io.github.gateweir.sigma.match.Network;
import io.github.gateweir.sigma.match.Predicate;
import io.github.gateweir.sigma.match.ValueCheck;
import io.github.gateweir.sigma.match.ValueCheck.Part;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sigma's semantics in the most direct way, without thought of speed: the other opinion. It shares
 * no code with the compiled rules.
 */
final class NaiveEvaluator<E> {

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

  private static final Map<Integer, Pattern> PATTERNS = new ConcurrentHashMap<>();

  private final EventModel<E> model;

  NaiveEvaluator(EventModel<E> model) {
    this.model = model;
  }

  boolean holds(Predicate predicate, E event) {
    if (predicate instanceof Predicate.And and) {
      return and.all().stream().allMatch(one -> holds(one, event));
    }
    if (predicate instanceof Predicate.Or or) {
      return or.any().stream().anyMatch(one -> holds(one, event));
    }
    if (predicate instanceof Predicate.Not not) {
      return !holds(not.negated(), event);
    }
    if (predicate instanceof Predicate.Search search) {
      return holds(search.stands(), event);
    }
    if (predicate instanceof Predicate.FieldIs is) {
      return scalars(read(is.field(), event)).stream().anyMatch(value -> passes(is.test(), value));
    }
    if (predicate instanceof Predicate.FieldExists exists) {
      return read(exists.field(), event) != EventField.ABSENT;
    }
    if (predicate instanceof Predicate.FieldIsNull isNull) {
      Object value = read(isNull.field(), event);
      return value == EventField.ABSENT || value == null || List.of().equals(value);
    }
    if (predicate instanceof Predicate.FieldIsField is) {
      return scalars(read(is.field(), event)).stream()
          .anyMatch(
              value ->
                  scalars(read(is.other(), event)).stream()
                      .anyMatch(other -> lies(text(other), text(value), is.form(), is.cased())));
    }
    Predicate.Keyword keyword = (Predicate.Keyword) predicate;
    List<Object> texts = new ArrayList<>();
    model.forEachText(event, texts::add);
    return texts.stream().anyMatch(text -> passes(keyword.test(), text));
  }

  private @Nullable Object read(String field, E event) {
    return Objects.requireNonNull(model.field(field)).read(event);
  }

  private static List<Object> scalars(@Nullable Object value) {
    List<Object> scalars = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(element -> scalars.addAll(scalars(element)));
    } else if (value instanceof String || value instanceof Boolean || value instanceof Number) {
      scalars.add(value);
    }
    return scalars;
  }

  private static String text(Object scalar) {
    BigDecimal number = scalar instanceof Number any ? new BigDecimal(any.toString()) : null;
    if (number == null) {
      return scalar.toString();
    }
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static @Nullable BigDecimal number(Object scalar) {
    boolean spellsOne = !(scalar instanceof Boolean) && DECIMAL.matcher(text(scalar)).matches();
    return spellsOne ? new BigDecimal(text(scalar)) : null;
  }

  static boolean passes(ValueCheck test, Object scalar) {
    if (test instanceof ValueCheck.Present) {
      return true;
    }
    if (test instanceof ValueCheck.Matches pattern) {
      return matches(pattern.parts(), text(scalar), pattern.cased());
    }
    if (test instanceof ValueCheck.IsNumber is) {
      BigDecimal number = number(scalar);
      return number != null && number.subtract(is.number()).signum() == 0;
    }
    if (test instanceof ValueCheck.Compares compares) {
      return compares(compares, number(scalar));
    }
    if (test instanceof ValueCheck.Finds finds) {
      return Pattern.compile(finds.regex()).matcher(text(scalar)).find();
    }
    if (test instanceof ValueCheck.InNetwork in) {
      return isIn(in.network(), scalar);
    }
    if (test instanceof ValueCheck.InNetworks in) {
      return in.networks().stream().anyMatch(network -> isIn(network, scalar));
    }
    if (test instanceof ValueCheck.InList in) {
      return in.values().stream()
          .anyMatch(value -> lies(value, text(scalar), in.form(), in.cased()));
    }
    if (test instanceof ValueCheck.TimePart part) {
      Long value = timePart(part.unit(), scalar);
      return value != null && passes(part.test(), value);
    }
    return ((ValueCheck.AnyOf) test).tests().stream().anyMatch(any -> passes(any, scalar));
  }

  private static boolean compares(ValueCheck.Compares compares, @Nullable BigDecimal number) {
    if (number == null) {
      return false;
    }
    int sign = number.subtract(compares.number()).signum();
    return switch (compares.comparison()) {
      case LT -> sign < 0;
      case LTE -> sign <= 0;
      case GT -> sign > 0;
      case GTE -> sign >= 0;
    };
  }

  /** Which beginnings of the pattern match which beginnings of the text, one after the other. */
  private static boolean matches(List<Part> parts, String text, boolean cased) {
    int[] codePoints = text.codePoints().toArray();
    List<Part> single = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Part.Literal literal) {
        literal.text().codePoints().forEach(c -> single.add(new Part.OneOf(Character.toString(c))));
      } else {
        single.add(part);
      }
    }
    boolean[] before = new boolean[codePoints.length + 1];
    before[0] = true;
    for (Part part : single) {
      boolean[] after = new boolean[codePoints.length + 1];
      for (int i = 0; i <= codePoints.length; i++) {
        if (part instanceof Part.Any) {
          after[i] = before[i] || (i > 0 && after[i - 1]);
        } else {
          after[i] = i > 0 && before[i - 1] && fits(part, codePoints[i - 1], cased);
        }
      }
      before = after;
    }
    return before[codePoints.length];
  }

  private static boolean fits(Part part, int codePoint, boolean cased) {
    return part instanceof Part.One
        || ((Part.OneOf) part).codePoints().codePoints().anyMatch(c -> same(c, codePoint, cased));
  }

  private static boolean lies(String piece, String text, Form form, boolean cased) {
    List<Part> parts = new ArrayList<>();
    if (form == Form.ENDS_WITH || form == Form.CONTAINS) {
      parts.add(new Part.Any());
    }
    parts.add(new Part.Literal(piece));
    if (form == Form.STARTS_WITH || form == Form.CONTAINS) {
      parts.add(new Part.Any());
    }
    return matches(parts, text, cased);
  }

  /** Java's regular expressions ignore case as Unicode does, but for the Turkish letters. */
  private static boolean same(int one, int other, boolean cased) {
    if (one == other || cased || "\u0130\u0131".indexOf(one) >= 0) {
      return one == other;
    }
    return "\u0130\u0131".indexOf(other) < 0
        && PATTERNS
            .computeIfAbsent(one, NaiveEvaluator::ignoringCase)
            .matcher(Character.toString(other))
            .matches();
  }

  private static Pattern ignoringCase(int codePoint) {
    return Pattern.compile(
        Character.toString(codePoint),
        Pattern.LITERAL | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static boolean isIn(Network network, Object scalar) {
    if (!(scalar instanceof String text)
        || text.contains("%")
        || !InetAddresses.isInetAddress(text)) {
      return false;
    }
    BigInteger bounds =
        new BigInteger(
            1, ByteBuffer.allocate(16).putLong(network.high()).putLong(network.low()).array());
    BigInteger address = integer(InetAddresses.forString(text));
    int behind = 128 - network.prefix();
    return address.shiftRight(behind).equals(bounds.shiftRight(behind));
  }

  private static BigInteger integer(InetAddress address) {
    BigInteger integer = new BigInteger(1, address.getAddress());
    return address.getAddress().length == 4
        ? integer.add(BigInteger.valueOf(0xFFFF).shiftLeft(32))
        : integer;
  }

  private static @Nullable Long timePart(ValueCheck.Unit unit, Object scalar) {
    if (!(scalar instanceof String text)) {
      return null;
    }
    try {
      ZonedDateTime time = OffsetDateTime.parse(text).atZoneSameInstant(ZoneOffset.UTC);
      return (long)
          switch (unit) {
            case MINUTE -> time.getMinute();
            case HOUR -> time.getHour();
            case DAY -> time.getDayOfMonth();
            case WEEK -> time.get(WeekFields.ISO.weekOfWeekBasedYear());
            case MONTH -> time.getMonthValue();
            case YEAR -> time.getYear();
          };
    } catch (DateTimeException notATime) {
      return null;
    }
  }
}
