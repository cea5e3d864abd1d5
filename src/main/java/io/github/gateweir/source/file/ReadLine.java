package io.github.gateweir.source.file;

import io.github.gateweir.gateway.RawRecord;

/**
 * A line on its way from the thread that reads to the thread that emits, and where the file stands
 * after it.
 *
 * @param raw the line
 * @param end the uncompressed offset after its line end
 * @param gzip whether its file is gzip
 * @param givenUp whether the file's rest is given up with this line
 */
record ReadLine(RawRecord raw, long end, boolean gzip, boolean givenUp) {}
