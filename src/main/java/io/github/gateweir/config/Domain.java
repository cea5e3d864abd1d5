package io.github.gateweir.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.util.TimeUtils;

/**
 * The values that a setting may have: how they are read and how an error and the documentation
 * describe them.
 *
 * @param type the short name for the documentation, such as "duration"
 * @param expected what would be right, the end of "… takes"
 * @param many whether the value is a list
 * @param reader makes the value from the items as written, of which there is one unless {@code
 *     many}; throws an {@link IllegalArgumentException} for what is not a value
 */
record Domain<T>(String type, String expected, boolean many, Function<List<String>, T> reader) {

  private static final Pattern NUMBER_AND_UNIT = Pattern.compile("\\d+\\s*[a-zA-Z]+");
  private static final Pattern DURATION = Pattern.compile("0|" + NUMBER_AND_UNIT);
  private static final Pattern BROKER =
      Pattern.compile("([A-Z_]+://)?(\\[[0-9a-fA-F:.%]+]|[^\\s:/,;\\[\\]]+):\\d{1,5}");
  private static final Pattern TOPIC = Pattern.compile("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,249}");
  private static final String TOPIC_RULE =
      "1 to 249 letters, digits, dots, hyphens and underscores";
  private static final Duration LONGEST = Duration.ofDays(3650);

  /** Reads the value, or throws an {@link IllegalArgumentException}. */
  T read(List<String> items) {
    return reader.apply(items);
  }

  static String kebab(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static <E extends Enum<E>> Domain<E> oneOf(Class<E> type) {
    String names =
        Arrays.stream(type.getEnumConstants()).map(Domain::kebab).collect(Collectors.joining(", "));
    return one(names, "one of " + names, text -> constant(type, text));
  }

  static Domain<Boolean> yesOrNo() {
    return one("true, false", "true or false", Domain::bool);
  }

  static Domain<String> text(String what) {
    return one("text", what, text -> checked(text, t -> !t.isBlank()));
  }

  static Domain<Duration> duration() {
    return one(
        "duration",
        "a duration of at most 3650 d with its unit, such as \"30 s\", \"5 min\" or \"7 d\"",
        Domain::toDuration);
  }

  static Domain<Duration> positiveDuration() {
    return one(
        "duration",
        "a duration above zero and of at most 3650 d with its unit, such as \"30 s\", \"5 min\" or"
            + " \"7 d\"",
        text -> checked(toDuration(text), d -> !d.isZero()));
  }

  static Domain<Integer> number(int from, int to) {
    return one(
        "number",
        "a whole number from " + from + " to " + to,
        text -> checked(Integer.valueOf(text), n -> n >= from && n <= to));
  }

  static Domain<MemorySize> size() {
    return one(
        "size",
        "a size from 1 kb to 1 gb with its unit, such as \"512 kb\" or \"128 mb\"",
        Domain::toSize);
  }

  static Domain<String> topic() {
    return one("topic", "a Kafka topic's name: " + TOPIC_RULE, text -> matching(TOPIC, text));
  }

  static Domain<List<String>> topics() {
    return list(
        "list of topics",
        "a list of Kafka topics, each named by "
            + TOPIC_RULE
            + "; after -D they are separated by ;",
        text -> matching(TOPIC, text));
  }

  static Domain<List<String>> paths() {
    return list(
        "list of paths", "a list of files and folders, separated by ; after -D", Domain::toPath);
  }

  static Domain<String> folder() {
    return one("path", "a folder, such as \"/data/out\" or \"s3://bucket/out\"", Domain::toPath);
  }

  static Domain<String> brokers() {
    return one(
        "host:port,…",
        "brokers as host:port, separated by commas, such as \"kafka-1:9092,kafka-2:9092\"",
        text -> {
          Arrays.stream(text.split(",", -1)).forEach(broker -> matching(BROKER, broker.strip()));
          return text;
        });
  }

  static Domain<String> regex() {
    return one(
        "regular expression",
        "a Java regular expression for whole topic names, such as \"gateway-.*\"",
        text -> Pattern.compile(checked(text, t -> !t.isBlank())).pattern());
  }

  static Domain<String> startingOffsets() {
    return one(
        "committed, earliest, latest, or a time",
        "committed, earliest, latest, or a time such as \"2026-01-31T06:00:00Z\"",
        text -> {
          StartingOffsets.parse(text);
          return text;
        });
  }

  private static <T> Domain<T> one(String type, String expected, Function<String, T> read) {
    return new Domain<>(type, expected, false, items -> read.apply(items.get(0)));
  }

  private static <T> Domain<List<T>> list(String type, String expected, Function<String, T> read) {
    return new Domain<>(
        type,
        expected,
        true,
        items -> checked(items.stream().map(read).toList(), values -> !values.isEmpty()));
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> kebab(constant).equals(text))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }

  private static boolean bool(String text) {
    return matching(Pattern.compile("true|false"), text).equals("true");
  }

  /**
   * A bare number other than 0 is refused: Flink would take it for milliseconds, and few would mean
   * that.
   */
  private static Duration toDuration(String text) {
    Duration duration = TimeUtils.parseDuration(matching(DURATION, text));
    return checked(duration, d -> d.compareTo(LONGEST) <= 0);
  }

  private static MemorySize toSize(String text) {
    MemorySize size = MemorySize.parse(matching(NUMBER_AND_UNIT, text));
    return checked(size, s -> s.getBytes() >= 1024 && s.getBytes() <= 1L << 30);
  }

  private static String toPath(String text) {
    return checked(text, Location::isPath);
  }

  private static String matching(Pattern pattern, String text) {
    return checked(text, t -> pattern.matcher(t).matches());
  }

  private static <T> T checked(T value, Predicate<T> rule) {
    if (!rule.test(value)) {
      throw new IllegalArgumentException();
    }
    return value;
  }
}
