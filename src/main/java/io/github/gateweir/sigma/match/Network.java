package io.github.gateweir.sigma.match;

/**
 * A network of addresses. IPv4 is as IPv6 maps it (::ffff:0:0/96), so that both forms are one.
 *
 * @param high the first 64 bits of its first address
 * @param low the other 64
 * @param prefix how many bits belong to the network, of 128
 * @param text as the rule or list writes it
 */
public record Network(long high, long low, int prefix, String text) {}
