/** The Flink job: the topology and its functions. */
package io.github.gateweir.job;
