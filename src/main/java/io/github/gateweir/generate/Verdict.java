package io.github.gateweir.generate;

/** What Gateway did with a connection, and by which of the organisation's policies. */
enum Verdict {
  ALLOWED("allowedOnNoRuleMatch", "", "", "", 0),
  ALLOWED_BY_POLICY(
      "allowedRuleMatch", "7b1f0c52-6c0e-4f5e-9a35-0f3c2d7e8a11", "Allow managed devices", "", 0),
  BLOCKED("blockedRuleMatch", "c4a8e1d7-2b90-4a6d-8f1c-5e7b9d3a6f22", "Block risky sites", "", 0),
  BLOCKED_BY_REGION(
      "blockedRuleMatch", "e92d4b36-81f7-4c0a-b5d8-3a6c1e9f7d33", "Block regions", "", 0),
  OVERRIDDEN(
      "l4_override",
      "1d6e9f84-53ab-4e72-9c0d-8b2f4a7c5e44",
      "Send to the proxy",
      "10.20.0.53",
      8443);

  private static final Weights ALLOWING = new Weights(92, 7);
  private static final Weights USUAL = new Weights(88, 6, 3, 2, 1);

  final String action;
  final String policy;

  Verdict(String action, String id, String name, String overrideIp, int overridePort) {
    this.action = "\"Action\":\"" + action + "\"";
    policy =
        "\"OverrideIP\":\"%s\",\"OverridePort\":%d,\"PolicyID\":\"%s\",\"PolicyName\":\"%s\""
            .formatted(overrideIp, overridePort, id, name);
  }

  /** A verdict as it usually falls. */
  static Verdict usual(Dice dice) {
    return values()[USUAL.draw(dice)];
  }

  /** A verdict that lets the connection pass. */
  static Verdict allowing(Dice dice) {
    return values()[ALLOWING.draw(dice)];
  }
}
