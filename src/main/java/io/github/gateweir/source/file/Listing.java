package io.github.gateweir.source.file;

import java.util.List;

/**
 * The log files that were there at one time.
 *
 * @param time when the listing began, in milliseconds since 1970
 * @param files the files in the order of their paths, each once
 */
record Listing(long time, List<FoundFile> files) {}
