package io.github.gateweir.session;

import io.github.gateweir.alert.Alert;
import io.github.gateweir.gateway.Place;
import org.jspecify.annotations.Nullable;

/**
 * Makes records for the tests of sessions: of one user, on one device, to one destination, unless
 * the test says otherwise.
 */
public final class SampleRecord {

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final Alert[] NO_ALERTS = {};

  private final long epochNanos;
  private final long eventId;
  private String sessionId = "s";
  private @Nullable String destination = "192.0.2.1";
  private @Nullable String domain = "one.example";
  private int port = 443;
  private @Nullable String action = "allow";
  private @Nullable String policy = "Allow all";
  private @Nullable String account = "account";
  private @Nullable String userId = "u1";
  private @Nullable String email = "ann@example.com";
  private @Nullable String deviceId = "d1";
  private @Nullable String deviceName = "laptop";
  private @Nullable String source = "10.0.0.1";
  private boolean longDomain;
  private Alert[] alerts = NO_ALERTS;
  private Place place;

  private SampleRecord(long epochNanos, long eventId) {
    this.epochNanos = epochNanos;
    this.eventId = eventId;
    this.place = Place.inFile("sample.log", Math.abs(eventId));
  }

  /** A record of this time, in milliseconds, with this id. */
  public static SampleRecord at(long epochMillis, long eventId) {
    return atNanos(epochMillis * NANOS_PER_MILLI, eventId);
  }

  /** A record of this time, in nanoseconds, with this id. */
  public static SampleRecord atNanos(long epochNanos, long eventId) {
    return new SampleRecord(epochNanos, eventId);
  }

  /** With this SessionID. */
  public SampleRecord of(String session) {
    sessionId = session;
    return this;
  }

  /** To this address, name and port. */
  public SampleRecord to(@Nullable String address, @Nullable String name, int toPort) {
    destination = address;
    domain = name;
    port = toPort;
    return this;
  }

  /** To this name, which counts as a long one. */
  public SampleRecord toLong(String name) {
    domain = name;
    longDomain = true;
    return this;
  }

  /** What Gateway did by which policy. */
  public SampleRecord verdict(@Nullable String did, @Nullable String byPolicy) {
    action = did;
    policy = byPolicy;
    return this;
  }

  /** Of this user. */
  public SampleRecord user(@Nullable String id, @Nullable String mail) {
    userId = id;
    email = mail;
    return this;
  }

  /** From this device. */
  public SampleRecord device(@Nullable String id, @Nullable String name) {
    deviceId = id;
    deviceName = name;
    return this;
  }

  /** From this address. */
  public SampleRecord from(@Nullable String address) {
    source = address;
    return this;
  }

  /** With everything unknown that may be. */
  public SampleRecord bare() {
    to(null, null, -1).verdict(null, null).user(null, null).device(null, null).from(null);
    account = null;
    return this;
  }

  /** With alerts that it raised. */
  public SampleRecord raising(Alert... raised) {
    alerts = raised;
    return this;
  }

  /** Read there. */
  public SampleRecord read(Place where) {
    place = where;
    return this;
  }

  /** The record. */
  public SessionRecord record() {
    return new SessionRecord(
        sessionId,
        eventId,
        epochNanos,
        destination,
        domain,
        port,
        action,
        policy,
        account,
        userId,
        email,
        deviceId,
        deviceName,
        source,
        longDomain,
        alerts,
        place);
  }
}
