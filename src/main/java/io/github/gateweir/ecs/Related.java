package io.github.gateweir.ecs;

import io.github.gateweir.gateway.GatewayField;
import java.util.Arrays;

/**
 * The values of {@code related.*}: distinct, sorted as text. An event has a handful at the most, so
 * they are sorted when they are wanted and not kept.
 */
final class Related {

  private static final int[] REFERENCE_IPS = {
    EcsEvent.slot(Derived.DESTINATION_IP), EcsEvent.slot(Derived.SOURCE_IP)
  };
  private static final int[] IPS = {
    EcsEvent.slot(Derived.DESTINATION_IP),
    EcsEvent.slot(Derived.SOURCE_IP),
    EcsEvent.slot(Derived.NAT_IP),
    EcsEvent.slot(Derived.HOST_IP)
  };
  private static final int[] HOSTS = {
    EcsEvent.slot(GatewayField.DEVICE_NAME), EcsEvent.slot(Derived.DOMAIN)
  };
  private static final int[] USERS = {
    EcsEvent.slot(GatewayField.EMAIL), EcsEvent.slot(GatewayField.USER_ID)
  };

  /** The most values that one field can have. */
  static final int MOST = IPS.length;

  private Related() {}

  static int ips(EcsEvent event, Profile profile, int[] slots) {
    return collect(event, profile == Profile.EXTENDED ? IPS : REFERENCE_IPS, slots);
  }

  static int hosts(EcsEvent event, int[] slots) {
    return collect(event, HOSTS, slots);
  }

  static int users(EcsEvent event, int[] slots) {
    return collect(event, USERS, slots);
  }

  private static int collect(EcsEvent event, int[] candidates, int[] slots) {
    int count = 0;
    for (int slot : candidates) {
      if (event.has(slot)) {
        count = insert(event, slot, slots, count);
      }
    }
    return count;
  }

  private static int insert(EcsEvent event, int slot, int[] slots, int count) {
    int at = count;
    while (at > 0) {
      int order = compare(event, slot, slots[at - 1]);
      if (order == 0) {
        return count;
      }
      if (order > 0) {
        break;
      }
      at--;
    }
    System.arraycopy(slots, at, slots, at + 1, count - at);
    slots[at] = slot;
    return count + 1;
  }

  private static int compare(EcsEvent event, int one, int other) {
    return Arrays.compareUnsigned(
        event.text(),
        event.start(one),
        event.end(one),
        event.text(),
        event.start(other),
        event.end(other));
  }
}
