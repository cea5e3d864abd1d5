/**
 * Real servers for the integration tests, without Docker: {@link
 * io.github.gateweir.testing.KafkaServer} and {@link io.github.gateweir.testing.FlinkCluster}, each
 * in JVMs of its own on free loopback ports, with the jars that Maven put under {@code target}
 * before the integration tests.
 *
 * <p>What a server logs lies in {@code target/servers/NAME/logs}; its data is temporary. No server
 * outlives the JVM of the tests.
 */
package io.github.gateweir.testing;
