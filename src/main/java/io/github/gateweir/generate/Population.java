package io.github.gateweir.generate;

/** The organisation's devices and their users. */
final class Population {

  /** How many devices there are; some users have two. */
  static final int SIZE = 2_000;

  private static final int USERS = 1_600;

  /** Every so many-th client is a machine without the WARP client, or one with a service token. */
  private static final int ANONYMOUS_EVERY = 20;

  private static final int SERVICE_EVERY = 15;

  private static final Site[] OFFICES = {
    new Site("PAR", new Address("82.64.118.21", "FR"), "2a01:e0a:2c5:71::"),
    new Site("BER", new Address("91.64.37.140", "DE"), "2a02:8109:9a00:17::"),
    new Site("LON", new Address("81.133.206.9", "GB"), "2a00:23c6:5400:21::"),
    new Site("NYC", new Address("71.190.44.62", "US"), "2600:4040:9a00:30::"),
    new Site("TYO", new Address("126.72.15.88", "JP"), "240b:10:a900:42::"),
  };

  private final Client[] clients = new Client[SIZE];
  private final String[] emails = new String[USERS];
  private final String[] userIds = new String[USERS];

  Population(Dice dice) {
    for (int i = 0; i < USERS; i++) {
      emails[i] = email(i);
      userIds[i] = ClientFields.uuid(dice);
    }
    ClientFields fields = new ClientFields(dice);
    for (int i = 0; i < SIZE; i++) {
      clients[i] = client(i, fields, dice);
    }
  }

  Client draw(Dice dice) {
    return dice.pick(clients);
  }

  private Client client(int number, ClientFields fields, Dice dice) {
    Site site = site(number, dice);
    if (number % ANONYMOUS_EVERY == 1) {
      String endpoint = number % 40 == 1 ? "" : "m7q2x9wd4k.proxy.cloudflare-gateway.com";
      return fields.anonymous(site.address(), endpoint);
    }
    return fields.device(device(number, site, dice), dice);
  }

  private Device device(int number, Site site, Dice dice) {
    int user = number % USERS;
    boolean service = number % SERVICE_EVERY == 2;
    return new Device(
        ClientFields.uuid(dice),
        deviceName(number, site, dice),
        service ? "non_identity@meridian.cloudflareaccess.com" : emails[user],
        service ? "" : userIds[user],
        "10.%d.%d.%d".formatted(20 + number % 5, number / 200, 10 + number % 200),
        site,
        dice.chance(0.3));
  }

  /** Two thirds sit in an office, the others at home behind an address of their own. */
  private static Site site(int number, Dice dice) {
    if (number % 3 != 0) {
      return OFFICES[number % OFFICES.length];
    }
    String ip = "109.%d.%d.%d".formatted(192 + number % 16, number / 16, dice.between(2, 250));
    return new Site("HOME", new Address(ip, "FR"), "2a01:cb08:%x:1::".formatted(4096 + number));
  }

  private static String deviceName(int number, Site site, Dice dice) {
    return switch (number % 10) {
      case 0 -> "MacBook Pro de Zoé " + number;
      case 1, 2, 3 -> "DESKTOP-%07X".formatted(dice.below(1 << 28));
      default -> "%s-LT-%04d".formatted(site.code(), number);
    };
  }

  private static String email(int number) {
    String given = Words.GIVEN_NAMES[number % Words.GIVEN_NAMES.length];
    String family = Words.FAMILY_NAMES[number / Words.GIVEN_NAMES.length];
    return given + "." + family + "@meridian.example";
  }
}
