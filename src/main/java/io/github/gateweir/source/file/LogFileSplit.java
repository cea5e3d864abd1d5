package io.github.gateweir.source.file;

import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A log file and how far it has been read.
 *
 * @param path the file's full path with its file system's scheme
 * @param line how many lines have been read
 * @param offset how many bytes they have with their line ends, uncompressed: where the next begins
 * @param gzip whether the file was found to be gzip; false while nothing has been read
 * @param givenUp whether the file was found to be damaged: what is left of it is not read
 */
public record LogFileSplit(String path, long line, long offset, boolean gzip, boolean givenUp)
    implements SourceSplit {

  /** A file of which nothing has been read. */
  static LogFileSplit unread(String path) {
    return new LogFileSplit(path, 0, 0, false, false);
  }

  /** The file after a further line. */
  LogFileSplit after(ReadLine last) {
    return new LogFileSplit(
        path, last.raw().place().position(), last.end(), last.gzip(), last.givenUp());
  }

  @Override
  public String splitId() {
    return path;
  }
}
