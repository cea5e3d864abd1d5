package io.github.gateweir.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table of destinations by detection, read from a resource: its form is described there. */
final class TrafficTable {
  private final Map<Detection, List<Row>> rows = new EnumMap<>(Detection.class);

  private TrafficTable() {}

  /** What raises each detection by a single record. */
  static TrafficTable attacks() {
    return read("attacks.tsv");
  }

  /** What almost raises each detection. */
  static TrafficTable nearMisses() {
    return read("near-misses.tsv");
  }

  /** A destination of a detection's rows. */
  Destination draw(Detection detection, Dice dice) {
    List<Row> choices = rows.getOrDefault(detection, List.of());
    return choices.get(dice.below(choices.size())).fill(dice);
  }

  private static TrafficTable read(String resource) {
    TrafficTable table = new TrafficTable();
    lines(resource).filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(table::add);
    return table;
  }

  private static Stream<String> lines(String resource) {
    try (InputStream in = TrafficTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing beside " + TrafficTable.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String line) {
    String[] columns = line.split("\t", -1);
    Detection detection = Detection.named(columns[0]).orElseThrow();
    rows.computeIfAbsent(detection, d -> new ArrayList<>()).add(Row.parse(columns));
  }

  /** A row; no address means one that belongs to the name. */
  private record Row(
      NameTemplate serverName, @Nullable NameTemplate address, int port, Carrier carrier) {

    static Row parse(String[] columns) {
      String address = column(columns, 2, "-");
      String[] portAndCarrier = column(columns, 3, "443/tls").split("/", 2);
      return new Row(
          new NameTemplate(columns[1].equals("-") ? "" : columns[1]),
          address.equals("-") ? null : new NameTemplate(address),
          Integer.parseInt(portAndCarrier[0]),
          Carrier.named(portAndCarrier[1]));
    }

    private static String column(String[] columns, int index, String otherwise) {
      return index < columns.length ? columns[index] : otherwise;
    }

    Destination fill(Dice dice) {
      String name = serverName.fill(dice);
      return Destination.of(name, address(name, dice), port, carrier, Topic.NONE);
    }

    private Address address(String name, Dice dice) {
      return address == null ? Hosting.of(name).address(name) : Address.parse(address.fill(dice));
    }
  }
}
