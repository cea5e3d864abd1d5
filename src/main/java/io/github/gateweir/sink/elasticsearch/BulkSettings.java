package io.github.gateweir.sink.elasticsearch;

record BulkSettings(
    String namespace,
    int maxDocuments,
    long maxBytes,
    long maxDelayMillis,
    int maxInFlight,
    long firstRetryMillis,
    long maxRetryMillis)
    implements java.io.Serializable {}
