package io.github.gateweir.sink;

import io.github.gateweir.gateway.Place;
import org.jspecify.annotations.Nullable;

/**
 * A rendered JSON document on its way to a sink.
 *
 * @param id what makes the document unique: the same input gives the same id again
 * @param key what belongs together (the SessionID), the key of a Kafka record; null when there is
 *     none
 * @param json the document, UTF-8, without a line end
 * @param place where the record was read that the document shows
 */
public record Document(String id, @Nullable String key, byte[] json, Place place) {}
