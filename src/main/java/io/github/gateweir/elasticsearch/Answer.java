package io.github.gateweir.elasticsearch;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a host answered, whatever its status.
 *
 * @param status the HTTP status
 * @param contentType the header {@code Content-Type}
 * @param location where a redirect points, which is not followed
 * @param body the body, not compressed; empty when there was none
 */
public record Answer(
    int status, @Nullable String contentType, @Nullable String location, byte[] body) {

  /** Whether the status says that the request was done. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /**
   * Whether the body says that it is JSON, as all of Elasticsearch's do; a proxy's are often HTML.
   */
  public boolean isJson() {
    return contentType != null
        && contentType.toLowerCase(Locale.ROOT).matches("application/([a-z.-]+\\+)?json\\b.*");
  }

  /** The body as text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
