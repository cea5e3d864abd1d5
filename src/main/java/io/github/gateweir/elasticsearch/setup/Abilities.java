package io.github.gateweir.elasticsearch.setup;

import org.jspecify.annotations.Nullable;

/**
 * What a server can do.
 *
 * @param noLifecycle why it cannot have a lifecycle policy; null when it can
 * @param noPipeline why it cannot have the ingest pipeline; null when it can
 * @param pipelineMeta whether a pipeline may have {@code _meta}
 * @param openObject what it has for an object with any members
 */
record Abilities(
    @Nullable String noLifecycle,
    @Nullable String noPipeline,
    boolean pipelineMeta,
    OpenObject openObject) {

  boolean hasLifecycle() {
    return noLifecycle == null;
  }

  boolean hasPipeline() {
    return noPipeline == null;
  }
}
