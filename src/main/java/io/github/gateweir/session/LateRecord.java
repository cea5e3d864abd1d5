package io.github.gateweir.session;

import io.github.gateweir.gateway.Place;

/**
 * A record that came behind the watermark, too late for its session.
 *
 * @param sessionId Cloudflare's SessionID
 * @param epochMillis the event's time, milliseconds since the epoch
 * @param watermark how far event time had come
 * @param place where the record was read
 */
public record LateRecord(String sessionId, long epochMillis, long watermark, Place place) {}
