package io.github.gateweir.generate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A detection that Gateweir ships, by the title of its rule. */
public enum Detection {
  BURP_SUITE_TOOL_DETECTED,
  POTENTIAL_DNS_TUNNEL,
  /** Raised by the fiftieth long name of one actor under one registered domain in ten minutes. */
  CORRELATION_POTENTIAL_DNS_TUNNEL,
  CRYPTOMINING,
  DYNAMIC_DNS_CONTACTED,
  EVILPROXY_PHISHING_DOMAIN,
  EXFILTRATION_DOMAIN,
  /** Raised by a scanner's first contact in an hour. */
  INTERNET_SCANNER,
  /** Raised by a target's first contact with any scanner in an hour. */
  INTERNET_SCANNER_TARGET,
  REMOTE_ACCESS_TOOL_DOMAIN,
  REMOTE_MONITORING_AND_MANAGEMENT_SOFTWARE_ANYDESK,
  REMOTE_MONITORING_AND_MANAGEMENT_SOFTWARE_ATERA,
  INTELLIGENCE_FEED,
  EICAR_DETECTION,
  SUSPICIOUS_TOR_GATEWAY,
  TOR_USAGE,
  TOR_USAGE_GENERIC_RULE,
  TELEGRAM_BOT_API_REQUEST;

  private final String ruleName = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The title of the rule in lower case with dashes, such as {@code tor-usage}. */
  public String ruleName() {
    return ruleName;
  }

  /** The detection of a rule's name, if there is one. */
  public static Optional<Detection> named(String ruleName) {
    return Arrays.stream(values()).filter(d -> d.ruleName.equals(ruleName)).findFirst();
  }
}
