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
    return LineBuffer.utf8(
        "\"%1$sIP\":\"%2$s\",\"%1$sIPContinentCode\":\"%3$s\",\"%1$sIPCountryCode\":\"%4$s\""
            .formatted(side, ip, continent(), country));
  }

  private String continent() {
    return country.isEmpty() ? "" : CONTINENTS.getOrDefault(country, "EU");
  }
}
