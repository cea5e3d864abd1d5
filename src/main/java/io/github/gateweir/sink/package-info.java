/** Where documents go: files, standard output, Kafka. */
package io.github.gateweir.sink;
