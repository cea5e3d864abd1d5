/**
 * Real servers for the integration tests, without Docker: {@link
 * io.github.gateweir.testing.KafkaServer}, {@link io.github.gateweir.testing.SearchServer} and
 * {@link io.github.gateweir.testing.FlinkCluster}, each in JVMs of its own on free loopback ports,
 * with the jars that Maven put under {@code target} before the integration tests.
 *
 * <p>What a server logs lies in {@code target/servers/NAME/logs}; its data is temporary. No server
 * outlives the JVM of the tests.
 *
 * <p>What no real server does when it is told to, {@link io.github.gateweir.testing.HttpFaults}
 * does: half an answer, silence, a page for people.
 */
package io.github.gateweir.testing;
