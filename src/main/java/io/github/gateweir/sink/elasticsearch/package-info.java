/** Documents to Elasticsearch data streams by bulk requests, each once and none lost. */
package io.github.gateweir.sink.elasticsearch;
