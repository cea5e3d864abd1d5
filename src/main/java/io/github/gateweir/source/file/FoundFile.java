package io.github.gateweir.source.file;

/**
 * A log file as a listing shows it.
 *
 * @param path its full path with its file system's scheme
 * @param length its size in bytes
 * @param modified when it was last changed, in milliseconds since 1970
 */
record FoundFile(String path, long length, long modified) {}
