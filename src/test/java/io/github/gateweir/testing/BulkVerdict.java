package io.github.gateweir.testing;

/**
 * What a server says of one item of a bulk request.
 *
 * @param status 2xx if it was written
 * @param type of the error, such as {@code mapper_parsing_exception}; empty if it was written
 * @param reason of the error in words
 */
public record BulkVerdict(int status, String type, String reason) {
  /** The document was not there and is now. */
  public static final BulkVerdict CREATED = new BulkVerdict(201, "", "");

  boolean isError() {
    return status >= 300;
  }
}
