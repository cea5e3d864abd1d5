package io.github.gateweir.sink;

import org.jspecify.annotations.Nullable;

/**
 * A rendered JSON document on its way to a sink.
 *
 * @param id what makes the document unique: the same input gives the same id again
 * @param key what belongs together (the SessionID), the key of a Kafka record; null when there is
 *     none
 * @param json the document, UTF-8, without a line end
 */
public record Document(String id, @Nullable String key, byte[] json) {}
