package io.github.gateweir.config;

import java.util.function.BiFunction;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.util.TimeUtils;

/**
 * What the settings of the Elasticsearch sink must be together.
 *
 * @param error makes an error about an option from the rest of its sentence
 */
record ElasticsearchCheck(
    ElasticsearchSettings settings, BiFunction<ConfigOption<?>, String, SettingsException> error) {

  void check() {
    checkCredentials();
    boolean tls = settings.hosts().stream().anyMatch(host -> host.getScheme().equals("https"));
    if (settings.certificateAuthority() != null && !tls) {
      throw error.apply(
          ElasticsearchOptions.CERTIFICATE_AUTHORITY,
          "is set, but none of gateweir.sink.elasticsearch.hosts begins with https://: correct the"
              + " hosts, or take it out.");
    }
    if (settings.firstRetryDelay().compareTo(settings.maxRetryDelay()) > 0) {
      throw error.apply(
          ElasticsearchOptions.FIRST_RETRY_DELAY,
          "is "
              + TimeUtils.formatWithHighestUnit(settings.firstRetryDelay())
              + ", but it must not be longer than gateweir.sink.elasticsearch.max-retry-delay, "
              + TimeUtils.formatWithHighestUnit(settings.maxRetryDelay())
              + ".");
    }
  }

  private void checkCredentials() {
    if (settings.apiKey() != null && (settings.username() != null || settings.password() != null)) {
      throw error.apply(
          ElasticsearchOptions.API_KEY,
          "is set, and a username or password too: take one of the two out.");
    }
    if (settings.username() != null && settings.password() == null) {
      throw error.apply(
          ElasticsearchOptions.USERNAME,
          "is set, but not gateweir.sink.elasticsearch.password: set it too.");
    }
    if (settings.password() != null && settings.username() == null) {
      throw error.apply(
          ElasticsearchOptions.PASSWORD,
          "is set, but not gateweir.sink.elasticsearch.username: set it too.");
    }
  }
}
