package io.github.gateweir.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.gateweir.delivery.SessionSummary.Distinct;
import io.github.gateweir.delivery.SessionSummary.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of lines, computed in the plainest way and with nothing of the job's own: all lines
 * are kept, sorted by time and cut where the gap is too long.
 */
final class SessionReference {
  private static final Path ORDINARY_LONG_NAMES =
      Path.of("src/main/resources/intel/long_name_domains.txt");
  private static final String LONG_DOMAIN_RULE = "Correlation Potential DNS Tunnel";
  private static final Duration GAP = Duration.ofMinutes(30);
  private static final int LONGEST_ORDINARY = 95;
  private static final int LONG_DOMAINS = 3;
  private static final int LONG_DOMAIN_RECORDS = 50;
  private static final int MOST_EXACT_RECORDS = 256;

  private final List<String> ordinarySuffixes;
  private final Map<String, List<Line>> bySession = new HashMap<>();

  /** Equal texts are kept once, because there are millions of lines. */
  private final Map<String, String> texts = new HashMap<>();

  private record Line(
      String hash,
      Instant time,
      @Nullable String destination,
      @Nullable String domain,
      @Nullable String port,
      @Nullable String action,
      @Nullable String policy,
      Identity identity) {}

  SessionReference() throws IOException {
    try (Stream<String> lines = Files.lines(ORDINARY_LONG_NAMES)) {
      ordinarySuffixes = lines.filter(line -> !line.startsWith("#")).map(String::strip).toList();
    }
  }

  /** Takes in a line that is an event. */
  void add(byte[] line) {
    JsonNode record = Output.parse(line);
    String session = text(record, "SessionID");
    if (session != null) {
      bySession.computeIfAbsent(session, first -> new ArrayList<>(4)).add(line(record, line));
    }
  }

  /** Every SessionID. */
  Set<String> sessionIds() {
    return bySession.keySet();
  }

  /** The sessions of a SessionID that say more than one record does, in the order of time. */
  List<SessionSummary> correlated(String sessionId) {
    return sessions(sessionId).stream()
        .filter(session -> session.records() > 1 || !session.rules().isEmpty())
        .toList();
  }

  /** Every SessionID with a session that names long domains too often. */
  Set<String> alerted() {
    Set<String> alerted = new HashSet<>();
    for (String id : sessionIds()) {
      if (sessions(id).stream().anyMatch(session -> !session.rules().isEmpty())) {
        alerted.add(id);
      }
    }
    return alerted;
  }

  private List<SessionSummary> sessions(String sessionId) {
    List<Line> lines = new ArrayList<>(bySession.getOrDefault(sessionId, List.of()));
    lines.sort(Comparator.comparing(Line::time));
    List<SessionSummary> sessions = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= lines.size(); i++) {
      if (i == lines.size() || isApart(lines.get(i - 1), lines.get(i))) {
        sessions.add(summary(sessionId, lines.subList(start, i)));
        start = i;
      }
    }
    return sessions;
  }

  private static boolean isApart(Line before, Line after) {
    return Duration.between(before.time, after.time).compareTo(GAP) > 0;
  }

  private SessionSummary summary(String sessionId, List<Line> delivered) {
    List<Line> lines = distinctLines(delivered);
    Instant start = lines.get(0).time;
    Instant end = lines.get(lines.size() - 1).time;
    List<String> longNames =
        lines.stream().map(Line::domain).filter(Objects::nonNull).filter(this::isLong).toList();
    long longDomains = longNames.stream().distinct().count();
    boolean alerted = longDomains >= LONG_DOMAINS || longNames.size() >= LONG_DOMAIN_RECORDS;
    String longest =
        values(lines, Line::domain).stream()
            .max(Comparator.comparingInt(String::length).thenComparing(Comparator.reverseOrder()))
            .orElse(null);
    return new SessionSummary(
        sessionId,
        start,
        end,
        Duration.between(start, end).toNanos(),
        lines.size() > MOST_EXACT_RECORDS ? delivered.size() : lines.size(),
        lines.size() <= MOST_EXACT_RECORDS,
        distinct(lines, Line::destination),
        distinct(lines, Line::domain),
        distinct(lines, Line::port),
        distinct(lines, Line::action),
        distinct(lines, Line::policy),
        longest,
        longest == null ? null : longest.length(),
        longDomains,
        alerted ? List.of(LONG_DOMAIN_RULE) : List.of(),
        disputed(lines),
        identity(lines));
  }

  private static List<Line> distinctLines(List<Line> lines) {
    Set<String> seen = new HashSet<>();
    return lines.stream().filter(line -> seen.add(line.hash)).toList();
  }

  private boolean isLong(String domain) {
    return domain.length() > LONGEST_ORDINARY
        && ordinarySuffixes.stream()
            .noneMatch(suffix -> domain.equals(suffix) || domain.endsWith("." + suffix));
  }

  private static Distinct distinct(List<Line> lines, Function<Line, @Nullable String> field) {
    List<String> values = values(lines, field);
    if (values.size() > SessionSummary.MOST_DISTINCT) {
      return new Distinct(SessionSummary.ESTIMATED, List.of());
    }
    boolean areKept = SessionSummary.characters(values) <= SessionSummary.MOST_CHARACTERS;
    return new Distinct(values.size(), areKept ? values : List.of());
  }

  /** The smallest of every value. */
  private static Identity identity(List<Line> lines) {
    return new Identity(
        smallest(lines, Identity::account),
        smallest(lines, Identity::userId),
        smallest(lines, Identity::email),
        smallest(lines, Identity::deviceId),
        smallest(lines, Identity::deviceName),
        smallest(lines, Identity::source));
  }

  private static @Nullable String smallest(
      List<Line> lines, Function<Identity, @Nullable String> field) {
    return values(lines, line -> field.apply(line.identity)).stream().findFirst().orElse(null);
  }

  private static List<String> disputed(List<Line> lines) {
    Map<String, Function<Identity, @Nullable String>> fields =
        Map.of(
            "cloud.account.id", Identity::account,
            "user.id", Identity::userId,
            "user.email", Identity::email,
            "device.id", Identity::deviceId,
            "host.name", Identity::deviceName,
            "source.ip", Identity::source);
    return fields.entrySet().stream()
        .filter(field -> values(lines, line -> field.getValue().apply(line.identity)).size() > 1)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** The distinct values of a field, sorted. */
  private static List<String> values(List<Line> lines, Function<Line, @Nullable String> field) {
    return lines.stream().map(field).filter(Objects::nonNull).distinct().sorted().toList();
  }

  private Line line(JsonNode record, byte[] line) {
    String name = text(record, "SNI");
    String policy = text(record, "PolicyName");
    return new Line(
        hash(line),
        Instant.parse(record.get("Datetime").asText()),
        text(record, "DestinationIP"),
        name == null ? null : once(name.toLowerCase(Locale.ROOT)),
        record.path("DestinationPort").isInt()
            ? once(record.get("DestinationPort").asText())
            : null,
        text(record, "Action"),
        policy == null ? text(record, "PolicyID") : policy,
        new Identity(
            text(record, "AccountID"),
            text(record, "UserID"),
            text(record, "Email"),
            text(record, "DeviceID"),
            text(record, "DeviceName"),
            text(record, "SourceIP")));
  }

  private static String hash(byte[] line) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(line);
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Null where there is no text. */
  private @Nullable String text(JsonNode record, String field) {
    String text = record.path(field).textValue();
    return text == null || text.isEmpty() ? null : once(text);
  }

  private String once(String text) {
    return texts.computeIfAbsent(text, same -> same);
  }
}
