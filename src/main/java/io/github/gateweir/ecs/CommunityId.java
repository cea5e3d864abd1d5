package io.github.gateweir.ecs;

import io.github.gateweir.gateway.Digests;
import io.github.gateweir.gateway.TextBuffer;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * Community ID v1 with seed 0: a flow's hash that is the same in both directions and in every tool
 * that speaks it (the specification is corelight/community-id-spec).
 */
final class CommunityId {

  private static final byte[] VERSION = TextBuffer.padded("1:");

  private final MessageDigest sha1 = Digests.create("SHA-1");
  private final byte[] flow = new byte[2 + 16 + 16 + 2 + 4];
  private final byte[] address = new byte[16];

  /** Appends the ID of a flow with this layer-4 protocol number. */
  void append(
      TextBuffer out,
      IpAddress source,
      int sourcePort,
      IpAddress destination,
      int destinationPort,
      int protocol) {
    int length = source.bytes(address);
    System.arraycopy(address, 0, flow, 2, length);
    destination.bytes(address);
    System.arraycopy(address, 0, flow, 2 + length, length);
    boolean swapped = isDestinationFirst(length, sourcePort, destinationPort);
    if (swapped) {
      System.arraycopy(flow, 2, flow, 2 + length, length);
      System.arraycopy(address, 0, flow, 2, length);
    }
    int at = 2 + 2 * length;
    flow[at] = (byte) protocol;
    flow[at + 1] = 0;
    port(at + 2, swapped ? destinationPort : sourcePort);
    port(at + 4, swapped ? sourcePort : destinationPort);
    sha1.update(flow, 0, at + 6);
    out.appendPadded(VERSION);
    byte[] encoded = Base64.getEncoder().encode(sha1.digest());
    out.appendUnpadded(encoded, 0, encoded.length);
  }

  private boolean isDestinationFirst(int length, int sourcePort, int destinationPort) {
    int order =
        java.util.Arrays.compareUnsigned(flow, 2, 2 + length, flow, 2 + length, 2 + 2 * length);
    return order > 0 || (order == 0 && sourcePort > destinationPort);
  }

  private void port(int at, int port) {
    flow[at] = (byte) (port >>> 8);
    flow[at + 1] = (byte) port;
  }
}
