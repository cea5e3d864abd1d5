/**
 * What Elasticsearch or OpenSearch must know before documents come: templates, a lifecycle policy
 * and an ingest pipeline.
 */
@NullMarked
package io.github.gateweir.elasticsearch.setup;

import org.jspecify.annotations.NullMarked;
