package io.github.gateweir.generate;

/**
 * A device of the organisation. It keeps its user, its place and its addresses.
 *
 * @param id the device's UUID
 * @param name what its owner sees, not always ASCII
 * @param email of its user, or {@code non_identity@…} for a service token
 * @param userId the user's UUID
 * @param internalIp its address in the local network
 * @param site where it leaves for the internet
 * @param ipv6 whether its site gives it IPv6
 */
record Device(
    String id,
    String name,
    String email,
    String userId,
    String internalIp,
    Site site,
    boolean ipv6) {}
