package io.github.gateweir.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gateweir.testing.Certificates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElasticsearchSettingsTest {

  private static final String PREFIX = "gateweir.sink.elasticsearch.";

  @Test
  void hasTheDefaults() {
    assertThat(load(PREFIX + "hosts=https://es-1:9200/;http://es-2"))
        .isEqualTo(
            new ElasticsearchSettings(
                List.of(URI.create("https://es-1:9200"), URI.create("http://es-2")),
                "default",
                null,
                null,
                null,
                null,
                true,
                1000,
                5 << 20,
                Duration.ofSeconds(1),
                4,
                Duration.ofSeconds(30),
                Duration.ofMillis(200),
                Duration.ofSeconds(30),
                Duration.ofDays(90)));
  }

  @Test
  void isThereWhenHostsAreNamedOrAStreamGoesThere() {
    assertThat(settings().sinks().elasticsearch()).isNull();
    assertThat(settings(PREFIX + "hosts=http://es").sinks().elasticsearch()).isNotNull();
    assertThat(settings("gateweir.sink.events=elasticsearch", PREFIX + "hosts=http://es").sinks())
        .matches(sinks -> sinks.uses(SinkType.ELASTICSEARCH));
  }

  @Test
  void namesADataStream() {
    assertThat(
            load(PREFIX + "hosts=http://es", PREFIX + "namespace=prod_eu.1")
                .dataStream("gateweir.alert"))
        .isEqualTo("logs-gateweir.alert-prod_eu.1");
  }

  @Test
  void authorizesWithAnApiKeyOrAUserOrNothing() {
    assertThat(load(PREFIX + "hosts=http://es").endpoint().authorization()).isNull();
    assertThat(load(PREFIX + "hosts=http://es", PREFIX + "api-key=aBc=").endpoint().authorization())
        .isEqualTo("ApiKey aBc=");
    assertThat(
            load(PREFIX + "hosts=http://es", PREFIX + "username=ana", PREFIX + "password=é:1")
                .endpoint()
                .authorization())
        .isEqualTo("Basic YW5hOsOpOjE=");
  }

  @Test
  void takesTheCertificatesOutOfTheFile(@TempDir Path folder) throws Exception {
    String pem = new Certificates(folder).authority();
    Path file = Files.writeString(folder.resolve("ca.pem"), pem);

    ElasticsearchSettings settings =
        load(PREFIX + "hosts=https://es", PREFIX + "certificate-authority=" + file);

    assertThat(settings.certificateAuthority()).isEqualTo(pem);
    assertThat(settings.endpoint().authorities()).isEqualTo(pem);
    assertThatThrownBy(
            () -> load(PREFIX + "hosts=http://es", PREFIX + "certificate-authority=" + file))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "-D: gateweir.sink.elasticsearch.certificate-authority is set, but none of"
                + " gateweir.sink.elasticsearch.hosts begins with https://: correct the hosts, or"
                + " take it out.");
  }

  @Test
  void neverShowsASecret() {
    Settings withKey = settings(PREFIX + "hosts=http://es", PREFIX + "api-key=hidden");
    Settings withUser =
        settings(PREFIX + "hosts=http://es", PREFIX + "username=ana", PREFIX + "password=hidden");

    assertThat(withKey.toString())
        .contains(PREFIX + "api-key = ******", PREFIX + "hosts = \"http://es\"")
        .doesNotContain("hidden");
    assertThat(withUser.toString())
        .contains(PREFIX + "password = ******", PREFIX + "username = \"ana\"")
        .doesNotContain("hidden");
    assertThat(withKey.sinks().toString()).contains("apiKey=******").doesNotContain("hidden");
    assertThat(withUser.sinks().toString()).contains("maxInFlight=4").doesNotContain("hidden");
    assertThat(withKey.sinks().elasticsearch().endpoint().toString()).doesNotContain("hidden");
  }

  @Test
  void travelsToTheTasks() throws Exception {
    ElasticsearchSettings settings = load(PREFIX + "hosts=http://es", PREFIX + "api-key=k");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(settings);
      out.writeObject(settings.endpoint());
    }

    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(settings);
      assertThat(in.readObject()).isEqualTo(settings.endpoint());
    }
  }

  private static ElasticsearchSettings load(String... definitions) {
    return settings(definitions).sinks().elasticsearch();
  }

  private static Settings settings(String... definitions) {
    List<String> all = new ArrayList<>(List.of(definitions));
    all.add("gateweir.source.files.path=in");
    return new SettingsLoader(Map.of()).overrides(Overrides.parse(all)).load(new Configuration());
  }
}
