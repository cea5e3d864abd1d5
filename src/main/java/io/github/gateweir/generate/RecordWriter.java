package io.github.gateweir.generate;

/** Writes a record as Logpush does: compact JSON on one line, fields in alphabetical order. */
final class RecordWriter {
  private static final byte[] DATETIME = LineBuffer.utf8(",\"Datetime\":");
  private static final byte[] DESTINATION_PORT = LineBuffer.utf8(",\"DestinationPort\":");
  private static final byte[] SERVER_NAME = LineBuffer.utf8(",\"SNI\":\"");
  private static final byte[] SESSION_ID = LineBuffer.utf8("\",\"SessionID\":\"");
  private static final byte[] SOURCE_PORT = LineBuffer.utf8(",\"SourcePort\":");
  private static final byte[] TENANT_ID = LineBuffer.utf8(",\"TenantID\":\"\",");

  private final LineBuffer line = new LineBuffer();
  private final byte[] account;
  private final TimestampWriter timestamps;

  RecordWriter(String accountId, Timestamps format) {
    account = LineBuffer.utf8("{\"AccountID\":\"" + accountId + "\",");
    timestamps = new TimestampWriter(format);
  }

  /** The line of a connection, at a time in nanoseconds since 1970. */
  byte[] write(Act act, String sessionId, int sourcePort, long epochNanos) {
    Client client = act.client();
    Destination to = act.destination();
    line.clear().put(account).put(act.verdict().action).put(',').put(to.topic().fields);
    timestamps.write(line.put(DATETIME), epochNanos);
    line.put(',').put(to.address()).put(DESTINATION_PORT).number(to.port());
    line.put(',').put(to.carrier().detectedProtocol);
    line.put(',').put(client.identity()).put(',').put(act.verdict().policy);
    line.put(',').put(client.registration());
    line.put(SERVER_NAME).put(to.serverName()).put(SESSION_ID).put(sessionId).put('"');
    line.put(',').put(client.source(to.ipv6())).put(',').put(client.internal());
    line.put(SOURCE_PORT).number(sourcePort).put(TENANT_ID).put(to.carrier().transport);
    return line.put(',').put(client.user()).put('}').toBytes();
  }
}
