/** Raw records from Kafka topics. */
package io.github.gateweir.source.kafka;
