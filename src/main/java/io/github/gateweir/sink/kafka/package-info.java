/** Documents to Kafka topics. */
package io.github.gateweir.sink.kafka;
