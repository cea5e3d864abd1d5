package io.github.gateweir.session;

import io.github.gateweir.alert.Alert;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The records of a session that lie close enough to each other, folded together. Adding records in
 * another order gives the same.
 */
final class Interval {

  private long first;
  private long last;
  private RecordCount records = new RecordCount();
  private DistinctValues destinations = new DistinctValues();
  private DistinctValues domains = new DistinctValues();
  private DistinctValues ports = new DistinctValues();
  private DistinctValues actions = new DistinctValues();
  private DistinctValues policies = new DistinctValues();
  private DistinctValues rules = new DistinctValues();
  private DistinctHashes longDomains = new DistinctHashes();
  private DistinctHashes longDomainRecords = new DistinctHashes();
  private @Nullable String longestDomain;
  private Agreed account = new Agreed();
  private Agreed userId = new Agreed();
  private Agreed email = new Agreed();
  private Agreed deviceId = new Agreed();
  private Agreed deviceName = new Agreed();
  private Agreed source = new Agreed();

  private Interval(long first, long last) {
    this.first = first;
    this.last = last;
  }

  /** An interval of one record. */
  static Interval of(SessionRecord record) {
    Interval interval = new Interval(record.epochNanos(), record.epochNanos());
    interval.add(record);
    return interval;
  }

  void add(SessionRecord record) {
    first = Math.min(first, record.epochNanos());
    last = Math.max(last, record.epochNanos());
    records.add(record.eventId());
    destinations.add(record.destination());
    domains.add(record.domain());
    ports.add(record.port() < 0 ? null : Integer.toString(record.port()));
    actions.add(record.action());
    policies.add(record.policy());
    account.add(record.account());
    userId.add(record.userId());
    email.add(record.email());
    deviceId.add(record.deviceId());
    deviceName.add(record.deviceName());
    source.add(record.source());
    for (Alert alert : record.alerts()) {
      rules.add(alert.rule());
    }
    longest(record.domain());
    if (record.longDomain() && record.domain() != null) {
      longDomains.add(DistinctValues.hash(record.domain()));
      longDomainRecords.add(record.eventId() & Long.MAX_VALUE);
    }
  }

  void addAll(Interval other) {
    first = Math.min(first, other.first);
    last = Math.max(last, other.last);
    records.addAll(other.records);
    destinations.addAll(other.destinations);
    domains.addAll(other.domains);
    ports.addAll(other.ports);
    actions.addAll(other.actions);
    policies.addAll(other.policies);
    rules.addAll(other.rules);
    longDomains.addAll(other.longDomains);
    longDomainRecords.addAll(other.longDomainRecords);
    longest(other.longestDomain);
    account.addAll(other.account);
    userId.addAll(other.userId);
    email.addAll(other.email);
    deviceId.addAll(other.deviceId);
    deviceName.addAll(other.deviceName);
    source.addAll(other.source);
  }

  /** Remembers a rule that the session as a whole has matched. */
  void addRule(String rule) {
    rules.add(rule);
  }

  private void longest(@Nullable String domain) {
    if (domain == null) {
      return;
    }
    int longer = longestDomain == null ? 1 : domain.length() - longestDomain.length();
    if (longer > 0
        || (longer == 0 && longestDomain != null && domain.compareTo(longestDomain) < 0)) {
      longestDomain = domain;
    }
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  RecordCount records() {
    return records;
  }

  DistinctValues destinations() {
    return destinations;
  }

  DistinctValues domains() {
    return domains;
  }

  DistinctValues ports() {
    return ports;
  }

  DistinctValues actions() {
    return actions;
  }

  DistinctValues policies() {
    return policies;
  }

  DistinctValues rules() {
    return rules;
  }

  /** How many distinct long domains there were. */
  long longDomains() {
    return longDomains.count();
  }

  /** How many records named a long domain: an estimate beyond 64. */
  long longDomainRecords() {
    return longDomainRecords.count();
  }

  @Nullable String longestDomain() {
    return longestDomain;
  }

  Agreed account() {
    return account;
  }

  Agreed userId() {
    return userId;
  }

  Agreed email() {
    return email;
  }

  Agreed deviceId() {
    return deviceId;
  }

  Agreed deviceName() {
    return deviceName;
  }

  Agreed source() {
    return source;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(first);
    out.writeLong(last);
    records.write(out);
    destinations.write(out);
    domains.write(out);
    ports.write(out);
    actions.write(out);
    policies.write(out);
    rules.write(out);
    longDomains.write(out);
    longDomainRecords.write(out);
    Texts.write(out, longestDomain);
    account.write(out);
    userId.write(out);
    email.write(out);
    deviceId.write(out);
    deviceName.write(out);
    source.write(out);
  }

  static Interval read(DataInputStream in) throws IOException {
    Interval read = new Interval(in.readLong(), in.readLong());
    read.records = RecordCount.read(in);
    read.destinations = DistinctValues.read(in);
    read.domains = DistinctValues.read(in);
    read.ports = DistinctValues.read(in);
    read.actions = DistinctValues.read(in);
    read.policies = DistinctValues.read(in);
    read.rules = DistinctValues.read(in);
    read.longDomains = DistinctHashes.read(in);
    read.longDomainRecords = DistinctHashes.read(in);
    read.longestDomain = Texts.read(in);
    read.account = Agreed.read(in);
    read.userId = Agreed.read(in);
    read.email = Agreed.read(in);
    read.deviceId = Agreed.read(in);
    read.deviceName = Agreed.read(in);
    read.source = Agreed.read(in);
    return read;
  }
}
