package io.github.gateweir.source.file;

import java.io.IOException;

/**
 * What is wrong with a file itself, as a sentence: trying again would not help, so the rest of the
 * file is given up and the job goes on.
 */
final class UnreadableFileException extends IOException {

  private static final long serialVersionUID = 1L;

  UnreadableFileException(String sentence) {
    super(sentence);
  }

  /** A gzip stream that broke off, with the bytes of the file and of the text reached. */
  static UnreadableFileException gzip(String what, long compressed, long uncompressed) {
    return new UnreadableFileException(
        "The gzip stream is broken: %s, at byte %d of the file, after %d uncompressed bytes. The rest of the file was not read; deliver the file again under another name."
            .formatted(what, compressed, uncompressed));
  }

  /** A file that is not what it was when the job was stopped. */
  static UnreadableFileException changed(String what) {
    return new UnreadableFileException(
        "The file was changed after a part of it had been read: %s. The rest of it was not read; deliver it under another name."
            .formatted(what));
  }

  /** A file that is not there, or that may not be read, when its turn comes. */
  static UnreadableFileException notOpened(IOException cause) {
    UnreadableFileException exception =
        new UnreadableFileException(
            "The file cannot be read: %s. It was found when the folder was listed; check whether it was removed and who may read it, and deliver it again under another name."
                .formatted(cause.getMessage()));
    exception.initCause(cause);
    return exception;
  }
}
