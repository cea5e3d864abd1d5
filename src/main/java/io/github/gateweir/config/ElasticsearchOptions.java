package io.github.gateweir.config;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;

/** The keys of the Elasticsearch sink, which OpenSearch is too. */
public final class ElasticsearchOptions {

  public static final ConfigOption<List<String>> HOSTS =
      ConfigOptions.key("gateweir.sink.elasticsearch.hosts")
          .stringType()
          .asList()
          .noDefaultValue()
          .withDescription(
              "Some of the hosts, as URLs such as https://es-1:9200; without a port 443 or 80 is"
                  + " meant. A path before Elasticsearch's own may follow, the same for all. Needed"
                  + " when a stream goes to elasticsearch.");

  public static final ConfigOption<String> NAMESPACE =
      ConfigOptions.key("gateweir.sink.elasticsearch.namespace")
          .stringType()
          .defaultValue("default")
          .withDescription(
              "The end of the data streams' names, as in logs-gateweir.gateway_network-default.");

  public static final ConfigOption<String> API_KEY =
      ConfigOptions.key("gateweir.sink.elasticsearch.api-key")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "An API key in the encoded form, which Elasticsearch and Kibana give when they create"
                  + " it.");

  public static final ConfigOption<String> USERNAME =
      ConfigOptions.key("gateweir.sink.elasticsearch.username")
          .stringType()
          .noDefaultValue()
          .withDescription("The user, in place of an API key.");

  public static final ConfigOption<String> PASSWORD =
      ConfigOptions.key("gateweir.sink.elasticsearch.password")
          .stringType()
          .noDefaultValue()
          .withDescription("The user's password.");

  public static final ConfigOption<String> CERTIFICATE_AUTHORITY =
      ConfigOptions.key("gateweir.sink.elasticsearch.certificate-authority")
          .stringType()
          .noDefaultValue()
          .withDescription(
              "A PEM file with the certificates of the authorities that sign those of the hosts. It"
                  + " is read where the program starts, so only there it must exist. Without it the"
                  + " JVM's trust store counts.");

  public static final ConfigOption<Boolean> COMPRESSION =
      ConfigOptions.key("gateweir.sink.elasticsearch.compression")
          .booleanType()
          .defaultValue(true)
          .withDescription("Whether requests are compressed with gzip.");

  public static final ConfigOption<Integer> MAX_BATCH_DOCUMENTS =
      ConfigOptions.key("gateweir.sink.elasticsearch.max-batch-documents")
          .intType()
          .defaultValue(1000)
          .withDescription("How many documents a bulk request holds at most.");

  public static final ConfigOption<MemorySize> MAX_BATCH_SIZE =
      ConfigOptions.key("gateweir.sink.elasticsearch.max-batch-size")
          .memoryType()
          .defaultValue(MemorySize.ofMebiBytes(5))
          .withDescription(
              "How large a bulk request is at most, before it is compressed; below the hosts'"
                  + " http.max_content_length. A document that is larger has a request to itself.");

  public static final ConfigOption<Duration> MAX_BATCH_DELAY =
      ConfigOptions.key("gateweir.sink.elasticsearch.max-batch-delay")
          .durationType()
          .defaultValue(Duration.ofSeconds(1))
          .withDescription("How long a document waits at most for others to fill its request.");

  public static final ConfigOption<Integer> MAX_IN_FLIGHT =
      ConfigOptions.key("gateweir.sink.elasticsearch.max-in-flight")
          .intType()
          .defaultValue(4)
          .withDescription("How many bulk requests each subtask has under way at once.");

  public static final ConfigOption<Duration> REQUEST_TIMEOUT =
      ConfigOptions.key("gateweir.sink.elasticsearch.request-timeout")
          .durationType()
          .defaultValue(Duration.ofSeconds(30))
          .withDescription(
              "After how long without an answer a request has failed, and is sent again. There is"
                  + " no limit to how often.");

  public static final ConfigOption<Duration> FIRST_RETRY_DELAY =
      ConfigOptions.key("gateweir.sink.elasticsearch.first-retry-delay")
          .durationType()
          .defaultValue(Duration.ofMillis(200))
          .withDescription(
              "How long to wait before what failed is sent again; twice as long after each further"
                  + " failure, and each time a random part of it.");

  public static final ConfigOption<Duration> MAX_RETRY_DELAY =
      ConfigOptions.key("gateweir.sink.elasticsearch.max-retry-delay")
          .durationType()
          .defaultValue(Duration.ofSeconds(30))
          .withDescription("How long that wait becomes at most.");

  public static final ConfigOption<Duration> RETENTION =
      ConfigOptions.key("gateweir.sink.elasticsearch.retention")
          .durationType()
          .defaultValue(Duration.ofDays(90))
          .withDescription(
              "After how long Elasticsearch deletes documents, counted from when their index gives"
                  + " way to the next, so up to 30 days later. Read by gateweir elasticsearch setup"
                  + " alone.");

  static final List<Key<?>> KEYS =
      List.of(
          new Key<>(HOSTS, ElasticsearchDomains.hosts()),
          new Key<>(NAMESPACE, ElasticsearchDomains.namespace()),
          new Key<>(API_KEY, Domain.text("an encoded API key")),
          new Key<>(USERNAME, ElasticsearchDomains.username()),
          new Key<>(PASSWORD, Domain.text("the user's password")),
          new Key<>(CERTIFICATE_AUTHORITY, ElasticsearchDomains.certificates()),
          new Key<>(COMPRESSION, Domain.yesOrNo()),
          new Key<>(MAX_BATCH_DOCUMENTS, Domain.number(1, 100_000)),
          new Key<>(MAX_BATCH_SIZE, Domain.size()),
          new Key<>(MAX_BATCH_DELAY, Domain.positiveDuration()),
          new Key<>(MAX_IN_FLIGHT, Domain.number(1, 100)),
          new Key<>(REQUEST_TIMEOUT, Domain.positiveDuration()),
          new Key<>(FIRST_RETRY_DELAY, Domain.positiveDuration()),
          new Key<>(MAX_RETRY_DELAY, Domain.positiveDuration()),
          new Key<>(RETENTION, Domain.positiveDuration()));

  private ElasticsearchOptions() {}
}
