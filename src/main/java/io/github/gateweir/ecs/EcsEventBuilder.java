package io.github.gateweir.ecs;

import io.github.gateweir.gateway.Datetime;
import io.github.gateweir.gateway.Digests;
import io.github.gateweir.gateway.GatewayField;
import io.github.gateweir.gateway.GatewayNetworkLog;
import io.github.gateweir.gateway.JsonArrays;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.TextBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;

/** Derives what follows from a record's fields and freezes it all as an {@link EcsEvent}. */
final class EcsEventBuilder {

  private static final byte[] NON_IDENTITY = TextBuffer.padded("non_identity");
  private static final byte[] ALLOWED = TextBuffer.padded("allowed");
  private static final byte[] DENIED = TextBuffer.padded("denied");
  private static final byte[] INFO = TextBuffer.padded("info");

  /** 128 of the 256 bits. */
  private static final int ID_BYTES = 16;

  private static final int HIGHEST_PORT = 65_535;

  private final boolean extended;
  private final MessageDigest sha256 = Digests.create("SHA-256");
  private final byte[] digest = new byte[32];
  private final PublicSuffixes suffixes = new PublicSuffixes();
  private final NetworkDerivation network = new NetworkDerivation(this);
  private int[] slices = {};
  private long escaped;
  private GatewayNetworkLog log = new GatewayNetworkLog();
  private TextBuffer text = log.text();

  EcsEventBuilder(Profile profile) {
    extended = profile == Profile.EXTENDED;
  }

  EcsEvent build(GatewayNetworkLog log, long epochMillis, boolean suspect, Place place) {
    this.log = log;
    text = log.text();
    slices = log.slices();
    escaped = log.escapedBits();
    timestamp();
    eventType();
    domain();
    internalSource();
    port(GatewayField.DESTINATION_PORT, Derived.DESTINATION_PORT, 1);
    port(GatewayField.SOURCE_PORT, Derived.SOURCE_PORT, 1);
    port(GatewayField.OVERRIDE_PORT, Derived.OVERRIDE_PORT, 0);
    network.derive(log, extended);
    if (extended) {
      eventId();
      registeredDomain();
      natPort();
      user();
      application();
      actor();
      unmapped();
      skipped();
    }
    byte[] bytes = Arrays.copyOf(text.bytes(), text.length() + TextBuffer.PADDING);
    return new EcsEvent(
        bytes,
        log.messageLength(),
        log.line().length(),
        slices.clone(),
        escaped,
        epochMillis,
        suspect,
        place);
  }

  int start(GatewayField field) {
    return log.start(field);
  }

  int end(GatewayField field) {
    return log.end(field);
  }

  boolean has(Derived derived) {
    int slot = EcsEvent.slot(derived);
    return slices[2 * slot + 1] > slices[2 * slot];
  }

  int start(Derived derived) {
    return slices[2 * EcsEvent.slot(derived)];
  }

  int end(Derived derived) {
    return slices[2 * EcsEvent.slot(derived) + 1];
  }

  void set(Derived derived, int start, int end) {
    int slot = EcsEvent.slot(derived);
    slices[2 * slot] = start;
    slices[2 * slot + 1] = end;
  }

  /** Takes everything that was appended to the text since {@code start}. */
  void setFrom(Derived derived, int start) {
    set(derived, start, text.length());
  }

  void constant(Derived derived, byte[] padded) {
    int start = text.length();
    text.appendPadded(padded);
    setFrom(derived, start);
  }

  /** Lets one value be the same piece of text as another. */
  void sameAs(Derived from, Derived to) {
    set(to, start(from), end(from));
    if ((escaped & (1L << EcsEvent.slot(from))) != 0) {
      markEscaped(to);
    }
  }

  void markEscaped(Derived derived) {
    escaped |= 1L << EcsEvent.slot(derived);
  }

  /** Takes the field in lower case. */
  void lowerCase(GatewayField field, Derived derived) {
    lowerCase(derived, log.start(field), log.end(field));
    if (log.isEscaped(field)) {
      markEscaped(derived);
    }
  }

  private void lowerCase(Derived derived, int from, int to) {
    int first = LowerCase.firstUpper(text.bytes(), from, to);
    if (first == to) {
      set(derived, from, to);
    } else {
      int start = text.length();
      LowerCase.append(text, from, to);
      setFrom(derived, start);
    }
  }

  private void timestamp() {
    int from = log.start(GatewayField.DATETIME);
    int to = log.end(GatewayField.DATETIME);
    if (Datetime.isUtc(text.bytes(), from, to)) {
      set(Derived.TIMESTAMP, from, to);
    } else {
      int start = text.length();
      Datetime.appendUtc(text, text.bytes(), from, to);
      setFrom(Derived.TIMESTAMP, start);
    }
  }

  private void eventType() {
    byte[] type =
        switch (Verdict.of(text.bytes(), start(GatewayField.ACTION), end(GatewayField.ACTION))) {
          case ALLOWED -> ALLOWED;
          case DENIED -> DENIED;
          case NEITHER -> INFO;
        };
    constant(Derived.EVENT_TYPE, type);
  }

  private void domain() {
    if (!log.has(GatewayField.SNI)) {
      return;
    }
    int from = log.start(GatewayField.SNI);
    int to = log.end(GatewayField.SNI);
    lowerCase(Derived.DOMAIN, from, text.bytes()[to - 1] == '.' ? to - 1 : to);
    if (log.isEscaped(GatewayField.SNI)) {
      markEscaped(Derived.DOMAIN);
    }
  }

  private void registeredDomain() {
    int from = start(Derived.DOMAIN);
    int to = end(Derived.DOMAIN);
    if (to == from) {
      return;
    }
    suffixes.split(text.bytes(), from, to);
    int registered = suffixes.registeredStart();
    if (registered == PublicSuffixes.NONE) {
      return;
    }
    set(Derived.REGISTERED_DOMAIN, from + registered, to);
    set(Derived.TOP_LEVEL_DOMAIN, from + suffixes.suffixStart(), to);
    if (registered > 0) {
      set(Derived.SUBDOMAIN, from, from + registered - 1);
    }
    if (log.isEscaped(GatewayField.SNI)) {
      markEscaped(Derived.REGISTERED_DOMAIN);
      markEscaped(Derived.TOP_LEVEL_DOMAIN);
      markEscaped(Derived.SUBDOMAIN);
    }
  }

  /** Cloudflare sends SourceInternalIP; older parsers read InternalSourceIP. */
  private void internalSource() {
    GatewayField field =
        log.has(GatewayField.SOURCE_INTERNAL_IP)
            ? GatewayField.SOURCE_INTERNAL_IP
            : GatewayField.INTERNAL_SOURCE_IP;
    set(Derived.INTERNAL_SOURCE_IP, log.start(field), log.end(field));
    if (log.isEscaped(field)) {
      markEscaped(Derived.INTERNAL_SOURCE_IP);
    }
  }

  private void port(GatewayField field, Derived derived, int lowest) {
    if (!log.has(field)) {
      return;
    }
    int from = log.start(field);
    int to = log.end(field);
    int port = number(from, to);
    if (port > HIGHEST_PORT || port < 0) {
      log.skip(field, "expected a port from " + lowest + " to " + HIGHEST_PORT);
    } else if (port >= lowest) {
      if (text.bytes()[from] == '0' && to - from > 1) {
        int start = text.length();
        text.appendNumber(port, 1);
        setFrom(derived, start);
      } else {
        set(derived, from, to);
      }
    }
  }

  /** The value of up to nine digits, -1 for anything else. */
  private int number(int from, int to) {
    int number = to - from > 9 ? -1 : 0;
    for (int i = from; i < to && number >= 0; i++) {
      int digit = text.bytes()[i] - '0';
      number = digit < 0 || digit > 9 ? -1 : number * 10 + digit;
    }
    return number;
  }

  int portNumber(Derived derived) {
    return number(start(derived), end(derived));
  }

  private void natPort() {
    if (has(Derived.OVERRIDE_PORT) && portNumber(Derived.OVERRIDE_PORT) > 0) {
      set(Derived.NAT_PORT, start(Derived.OVERRIDE_PORT), end(Derived.OVERRIDE_PORT));
    }
  }

  private void eventId() {
    sha256.update(log.line().bytes(), 0, log.line().length());
    try {
      sha256.digest(digest, 0, digest.length);
    } catch (DigestException e) {
      throw new IllegalStateException("SHA-256 did not fit into 32 bytes.", e);
    }
    int start = text.length();
    Hex.append(text, digest, ID_BYTES);
    setFrom(Derived.EVENT_ID, start);
  }

  private void user() {
    int from = log.start(GatewayField.EMAIL);
    int to = log.end(GatewayField.EMAIL);
    int at = to - 1;
    while (at >= from && text.bytes()[at] != '@') {
      at--;
    }
    if (at < from) {
      return;
    }
    set(Derived.USER_DOMAIN, at + 1, to);
    int nonIdentity = NON_IDENTITY.length - TextBuffer.PADDING;
    if (!Arrays.equals(text.bytes(), from, at, NON_IDENTITY, 0, nonIdentity)) {
      set(Derived.USER_NAME, from, at);
    }
    if (log.isEscaped(GatewayField.EMAIL)) {
      markEscaped(Derived.USER_NAME);
      markEscaped(Derived.USER_DOMAIN);
    }
  }

  private void application() {
    if (!log.has(GatewayField.APPLICATION_NAMES)) {
      return;
    }
    int quote =
        JsonArrays.firstString(
            text.bytes(),
            log.start(GatewayField.APPLICATION_NAMES),
            log.end(GatewayField.APPLICATION_NAMES));
    if (quote >= 0) {
      int start = text.length();
      JsonArrays.appendDecodedString(text, text.bytes(), quote);
      int end = text.length();
      lowerCase(Derived.APPLICATION, start, end);
      markEscaped(Derived.APPLICATION);
    }
  }

  /** Who did it; the source address alone may be the one of a whole office. */
  private void actor() {
    GatewayField who = GatewayField.SOURCE_IP;
    int from;
    int to;
    if (log.has(GatewayField.DEVICE_ID) || log.has(GatewayField.USER_ID)) {
      who = log.has(GatewayField.DEVICE_ID) ? GatewayField.DEVICE_ID : GatewayField.USER_ID;
      from = log.start(who);
      to = log.end(who);
    } else if (has(Derived.INTERNAL_SOURCE_IP)) {
      who = GatewayField.SOURCE_INTERNAL_IP;
      from = start(Derived.INTERNAL_SOURCE_IP);
      to = end(Derived.INTERNAL_SOURCE_IP);
    } else {
      from = start(Derived.SOURCE_IP);
      to = end(Derived.SOURCE_IP);
    }
    if (to == from) {
      return;
    }
    int start = text.length();
    if (log.has(GatewayField.ACCOUNT_ID)) {
      text.appendOwn(log.start(GatewayField.ACCOUNT_ID), log.end(GatewayField.ACCOUNT_ID));
      text.append('/');
    }
    text.appendOwn(from, to);
    setFrom(Derived.ACTOR, start);
    if (log.isEscaped(who)
        || log.isEscaped(GatewayField.ACCOUNT_ID)
        || log.isEscaped(GatewayField.INTERNAL_SOURCE_IP)) {
      markEscaped(Derived.ACTOR);
    }
  }

  private void unmapped() {
    int start = text.length();
    for (int i = 0; i < log.unmappedCount(); i++) {
      if (i > 0) {
        text.append(',');
      }
      byte[] line = log.line().bytes();
      text.append(line, log.unmappedNameStart(i), log.unmappedNameEnd(i));
      text.append(':');
      text.append(line, log.unmappedValueStart(i), log.unmappedValueEnd(i));
    }
    setFrom(Derived.UNMAPPED, start);
  }

  private void skipped() {
    String skipped = log.skipped();
    if (skipped != null) {
      int start = text.length();
      text.append(skipped);
      setFrom(Derived.ERROR_MESSAGE, start);
      markEscaped(Derived.ERROR_MESSAGE);
    }
  }
}
