package io.github.gateweir.config;

import io.github.gateweir.elasticsearch.Endpoint;
import java.io.Serializable;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.apache.flink.configuration.ReadableConfig;
import org.jspecify.annotations.Nullable;

/**
 * An Elasticsearch or OpenSearch cluster to write.
 *
 * @param hosts its hosts, all with the same path
 * @param namespace the end of the data streams' names
 * @param apiKey an encoded API key; null for none
 * @param username the user, when there is no API key; null for none
 * @param password the user's password; null for none
 * @param certificateAuthority the certificates of the authorities in PEM, the content of the file;
 *     null for the JVM's trust store
 * @param compression whether requests are compressed
 * @param maxBatchDocuments how many documents a bulk request holds at most
 * @param maxBatchSize how large a bulk request is at most, in bytes before compression
 * @param maxBatchDelay how long a document waits at most for its request to fill
 * @param maxInFlight how many bulk requests a subtask has under way at most
 * @param requestTimeout after how long without an answer one attempt has failed
 * @param firstRetryDelay the wait before the second attempt
 * @param maxRetryDelay the longest wait between attempts
 * @param retention how long documents are kept, from the rollover of their index on
 */
public record ElasticsearchSettings(
    List<URI> hosts,
    String namespace,
    @Nullable String apiKey,
    @Nullable String username,
    @Nullable String password,
    @Nullable String certificateAuthority,
    boolean compression,
    int maxBatchDocuments,
    int maxBatchSize,
    Duration maxBatchDelay,
    int maxInFlight,
    Duration requestTimeout,
    Duration firstRetryDelay,
    Duration maxRetryDelay,
    Duration retention)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  static ElasticsearchSettings of(ReadableConfig config) {
    return new ElasticsearchSettings(
        config
            .getOptional(ElasticsearchOptions.HOSTS)
            .orElseThrow(ElasticsearchSettings::noHosts)
            .stream()
            .map(URI::create)
            .toList(),
        config.get(ElasticsearchOptions.NAMESPACE),
        config.get(ElasticsearchOptions.API_KEY),
        config.get(ElasticsearchOptions.USERNAME),
        config.get(ElasticsearchOptions.PASSWORD),
        config.get(ElasticsearchOptions.CERTIFICATE_AUTHORITY),
        config.get(ElasticsearchOptions.COMPRESSION),
        config.get(ElasticsearchOptions.MAX_BATCH_DOCUMENTS),
        Math.toIntExact(config.get(ElasticsearchOptions.MAX_BATCH_SIZE).getBytes()),
        config.get(ElasticsearchOptions.MAX_BATCH_DELAY),
        config.get(ElasticsearchOptions.MAX_IN_FLIGHT),
        config.get(ElasticsearchOptions.REQUEST_TIMEOUT),
        config.get(ElasticsearchOptions.FIRST_RETRY_DELAY),
        config.get(ElasticsearchOptions.MAX_RETRY_DELAY),
        config.get(ElasticsearchOptions.RETENTION));
  }

  private static SettingsException noHosts() {
    return new SettingsException(
        ElasticsearchOptions.HOSTS.key()
            + " is missing: name some of the hosts of the Elasticsearch cluster, such as"
            + " \"https://es-1:9200\".");
  }

  /**
   * The name of a data stream.
   *
   * @param dataset its dataset, such as {@code gateweir.alert}
   */
  public String dataStream(String dataset) {
    return "logs-" + dataset + "-" + namespace;
  }

  /** Where the cluster is and how it is spoken to. */
  public Endpoint endpoint() {
    return new Endpoint(
        hosts, authorization(), certificateAuthority, compression, maxInFlight, requestTimeout);
  }

  private @Nullable String authorization() {
    if (apiKey != null) {
      return "ApiKey " + apiKey;
    }
    if (username == null) {
      return null;
    }
    byte[] both = (username + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** The settings without their texts, which may be secret. */
  @Override
  public String toString() {
    return Described.of(this);
  }
}
