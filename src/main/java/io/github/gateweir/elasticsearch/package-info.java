/** The HTTP side of Elasticsearch and OpenSearch: where a cluster is, and requests to it. */
@NullMarked
package io.github.gateweir.elasticsearch;

import org.jspecify.annotations.NullMarked;
