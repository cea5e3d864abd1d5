package io.github.gateweir.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gateweir.testing.Certificates;
import io.github.gateweir.testing.FakeHost;
import io.github.gateweir.testing.FakeHost.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

  private static FakeHost host;
  private static String authority;
  private static String other;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    Certificates certificates = new Certificates(Files.createDirectory(folder.resolve("a")));
    authority = certificates.authority();
    other = new Certificates(Files.createDirectory(folder.resolve("b"))).authority();
    host = FakeHost.withTls(certificates.host(), asked -> Reply.json(200, "{}"));
  }

  @AfterAll
  static void stop() {
    if (host != null) {
      host.close();
    }
  }

  @Test
  void trustsAHostWhoseAuthorityIsNamed() throws IOException {
    assertThat(ask(host.uri(), authority).status()).isEqualTo(200);
  }

  @Test
  void trustsEachOfSeveralAuthorities() throws IOException {
    assertThat(ask(host.uri(), other + "\n" + authority).status()).isEqualTo(200);
  }

  @Test
  void refusesAHostWhoseAuthorityIsAnother() {
    assertThatThrownBy(() -> ask(host.uri(), other))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("PKIX path");
  }

  @Test
  void refusesAHostThatTheJvmDoesNotTrust() {
    assertThatThrownBy(() -> ask(host.uri(), null))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("PKIX path");
  }

  @Test
  void refusesACertificateForAnotherHost() {
    URI byName = URI.create("https://localhost:" + host.uri().getPort());

    assertThatThrownBy(() -> ask(byName, authority))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("localhost");
  }

  @Test
  void knowsWhatIsNoCertificate() {
    assertThatThrownBy(() -> CertificateAuthorities.check(""))
        .isInstanceOf(CertificateException.class);
    assertThatThrownBy(() -> CertificateAuthorities.check("not a certificate"))
        .isInstanceOf(CertificateException.class);
    assertThatThrownBy(() -> CertificateAuthorities.check(authority.substring(0, 200)))
        .isInstanceOf(CertificateException.class);
  }

  private static Answer ask(URI uri, @Nullable String authorities) throws IOException {
    Endpoint endpoint =
        new Endpoint(List.of(uri), null, authorities, false, 1, Duration.ofSeconds(20));
    try (ElasticsearchClient client = new ElasticsearchClient(endpoint)) {
      return client.request("GET", "/_cluster/health", null);
    }
  }
}
