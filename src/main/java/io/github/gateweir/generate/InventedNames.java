package io.github.gateweir.generate;

/** Names of sites that could exist, made of two words each, so that no two are equal. */
final class InventedNames {
  private static final String[] HOSTS = {
    "www.", "", "api.", "cdn.", "static.", "app.", "mail.", "assets.", "login.", "img.", "docs.",
    "shop.", "blog."
  };
  private static final Weights HOST_WEIGHTS = new Weights(45, 15, 8, 6, 4, 4, 3, 3, 3, 3, 2, 2, 2);

  private static final String[] ENDINGS = {
    ".com", ".net", ".org", ".io", ".de", ".fr", ".co.uk", ".eu", ".nl", ".it", ".es", ".app"
  };
  private static final Weights ENDING_WEIGHTS = new Weights(52, 8, 9, 6, 6, 4, 4, 4, 2, 2, 2, 1);

  private static final Topic[] TOPICS = {
    Topic.BUSINESS,
    Topic.TECHNOLOGY,
    Topic.CONTENT_SERVER,
    Topic.NEWS,
    Topic.SHOPPING,
    Topic.EDUCATION,
    Topic.MEDIA,
    Topic.TRAVEL,
    Topic.UNKNOWN
  };

  /** A prime that the number of pairs is not a multiple of: its steps visit every pair once. */
  private static final int STEP = 7919;

  private InventedNames() {}

  /** The name with a number; the dice only choose its host and its ending. */
  static String name(int number, Dice dice) {
    int pairs = Words.FIRST.length * Words.SECOND.length;
    int pair = (int) ((long) number * STEP % pairs);
    String first = Words.FIRST[pair / Words.SECOND.length];
    String second = Words.SECOND[pair % Words.SECOND.length];
    String host = HOSTS[HOST_WEIGHTS.draw(dice)];
    return host
        + first
        + (dice.chance(0.2) ? "-" : "")
        + second
        + ENDINGS[ENDING_WEIGHTS.draw(dice)];
  }

  static Topic topic(Dice dice) {
    return dice.pick(TOPICS);
  }
}
