package io.github.gateweir.generate;

import java.util.Map;

/** An IP address and the country it is in (ISO 3166-1 alpha-2). */
record Address(String ip, String country) {
  private static final Map<String, String> CONTINENTS =
      Map.of("US", "NA", "CA", "NA", "SG", "AS", "JP", "AS", "BR", "SA", "AU", "OC");

  /** Reads {@code IP@COUNTRY}. */
  static Address parse(String text) {
    int at = text.indexOf('@');
    return new Address(text.substring(0, at), text.substring(at + 1));
  }

  /** The three JSON fields of the address, for {@code Source} or {@code Destination}. */
  byte[] fields(String side) {
    // Joined, not formatted: this is done for every attack and near miss.
    return LineBuffer.utf8(
        field(side, "IP", ip)
            + ","
            + field(side, "IPContinentCode", continent())
            + ","
            + field(side, "IPCountryCode", country));
  }

  private static String field(String side, String name, String value) {
    return "\"" + side + name + "\":\"" + value + "\"";
  }

  private String continent() {
    return country.isEmpty() ? "" : CONTINENTS.getOrDefault(country, "EU");
  }
}
