package io.github.gateweir.gateway;

/**
 * A record that could not become an event, with the reason and its place, so that it can be mended
 * and replayed.
 *
 * @param place where the record was read
 * @param code what is wrong with it
 * @param message a sentence that says what and where
 * @param original the bytes of the line, at most {@link RawRecord#MAX_LENGTH} of them
 * @param originalLength how many bytes the line has in its source
 * @param epochMillis when it was judged, wall clock, milliseconds since the epoch
 */
public record DeadLetter(
    Place place,
    DeadLetterCode code,
    String message,
    byte[] original,
    long originalLength,
    long epochMillis) {}
