package io.github.gateweir.session;

import io.github.gateweir.alert.Alert;
import io.github.gateweir.gateway.Place;
import org.jspecify.annotations.Nullable;

/**
 * What a session keeps of a record: the slim value that goes over the network to where the session
 * is.
 *
 * @param sessionId Cloudflare's SessionID
 * @param eventId half of the event's id, which tells records apart
 * @param epochNanos the event's time, nanoseconds since the epoch
 * @param destination the destination's address
 * @param domain the destination's domain
 * @param port the destination's port; -1 for none
 * @param action what Gateway did
 * @param policy the policy's name, or its id when it has no name
 * @param account the Cloudflare account's id
 * @param userId the user's id
 * @param email the user's e-mail address
 * @param deviceId the device's id
 * @param deviceName the device's name
 * @param source the source's address
 * @param longDomain whether the domain is a long one, see {@link
 *     io.github.gateweir.intel.LongDomains}
 * @param alerts the alerts that the record raised, which tell of the session when they leave it
 * @param place where the record was read
 */
public record SessionRecord(
    String sessionId,
    long eventId,
    long epochNanos,
    @Nullable String destination,
    @Nullable String domain,
    int port,
    @Nullable String action,
    @Nullable String policy,
    @Nullable String account,
    @Nullable String userId,
    @Nullable String email,
    @Nullable String deviceId,
    @Nullable String deviceName,
    @Nullable String source,
    boolean longDomain,
    Alert[] alerts,
    Place place) {

  static final long NANOS_PER_MILLI = 1_000_000;

  /** The event's time as event time counts it, milliseconds since the epoch, rounded down. */
  public long epochMillis() {
    return Math.floorDiv(epochNanos, NANOS_PER_MILLI);
  }
}
