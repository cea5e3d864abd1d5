package io.github.gateweir.sink.elasticsearch;

import org.jspecify.annotations.Nullable;

record Answer(int status, @Nullable String contentType, @Nullable String location, byte[] body) {}
