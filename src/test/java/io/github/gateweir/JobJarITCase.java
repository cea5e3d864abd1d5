package io.github.gateweir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is in the job jar, and what is not: the libraries that a Flink distribution lacks and
 * nothing that its {@code lib/} holds. A new dependency fails this test until it is written down
 * here.
 */
class JobJarITCase {

  /** Everything that is not a class file of a package below, by its beginning. */
  private static final List<String> FILES =
      List.of(
          "LICENSE",
          "META-INF/FastDoubleParser-LICENSE",
          "META-INF/FastDoubleParser-NOTICE",
          "META-INF/LICENSE",
          "META-INF/MANIFEST.MF",
          "META-INF/NOTICE",
          "META-INF/native-image/org.xerial.snappy/",
          "META-INF/re2j-LICENSE",
          "META-INF/services/io.github.gateweir.shaded.com.fasterxml.jackson.",
          "META-INF/services/org.apache.flink.table.factories.Factory",
          "META-INF/services/org.apache.kafka.common.config.provider.ConfigProvider",
          "META-INF/thirdparty-LICENSE",
          "NOTICE",
          "common/message/",
          "kafka/kafka-version.properties");

  /** The native libraries of zstd. */
  private static final List<String> NATIVE =
      List.of("aix/", "darwin/", "freebsd/", "linux/", "win/");

  private static final List<String> PACKAGES =
      List.of(
          "com/github/luben/zstd/",
          "io/github/gateweir/Gateweir",
          "alert/",
          "rules-mapping/",
          "rules/",
          "intel/",
          "io/github/gateweir/alert/",
          "io/github/gateweir/cli/",
          "io/github/gateweir/config/",
          "io/github/gateweir/demo/",
          "io/github/gateweir/detection/",
          "io/github/gateweir/ecs/",
          "io/github/gateweir/elasticsearch/",
          "io/github/gateweir/gateway/",
          "io/github/gateweir/generate/",
          "io/github/gateweir/intel/",
          "io/github/gateweir/job/",
          "io/github/gateweir/session/",
          "io/github/gateweir/sigma/",
          "io/github/gateweir/shaded/co/elastic/clients/transport/rest5_client/",
          "io/github/gateweir/shaded/com/fasterxml/jackson/",
          "io/github/gateweir/shaded/com/google/common/",
          "io/github/gateweir/shaded/com/google/re2j/",
          "io/github/gateweir/shaded/com/google/thirdparty/",
          "io/github/gateweir/shaded/org/apache/commons/lang3/",
          "io/github/gateweir/shaded/org/apache/commons/logging/",
          "io/github/gateweir/shaded/org/apache/hc/",
          "io/github/gateweir/shaded/org/jspecify/",
          "io/github/gateweir/shaded/org/publicsuffix/list/effective_tld_names.dat",
          "io/github/gateweir/shaded/org/snakeyaml/engine/",
          "io/github/gateweir/shaded/picocli/",
          "io/github/gateweir/sink/",
          "io/github/gateweir/source/",
          "io/github/gateweir/version.properties",
          "net/jpountz/",
          "org/apache/flink/connector/kafka/",
          "org/apache/flink/streaming/connectors/kafka/",
          "org/apache/flink/streaming/util/serialization/JSONKeyValueDeserializationSchema",
          "org/apache/kafka/",
          "org/xerial/snappy/");

  private static JarFile jar;

  @BeforeAll
  static void open() throws IOException {
    String path = System.getProperty("gateweir.test.jar");
    assertThat(path).as("the system property that the build sets").isNotNull();
    jar = new JarFile(new File(path));
  }

  @AfterAll
  static void close() throws IOException {
    if (jar != null) {
      jar.close();
    }
  }

  @Test
  void holdsWhatIsWrittenDownHereAndNothingElse() {
    TreeSet<String> roots = new TreeSet<>(FILES);
    roots.addAll(NATIVE);
    roots.addAll(PACKAGES);

    assertThat(files())
        .filteredOn(file -> roots.stream().noneMatch(file::startsWith))
        .as("files that nobody expects")
        .isEmpty();
    assertThat(roots)
        .filteredOn(root -> files().stream().noneMatch(file -> file.startsWith(root)))
        .as("what is missing")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/apache/flink/connector/kafka/source/KafkaSource.class",
        "org/apache/flink/connector/kafka/sink/KafkaSink.class",
        "org/apache/kafka/clients/consumer/KafkaConsumer.class",
        "io/github/gateweir/job/Pipeline.class",
        "io/github/gateweir/shaded/com/google/common/net/InternetDomainName.class",
        "io/github/gateweir/shaded/com/fasterxml/jackson/databind/ObjectMapper.class",
        "io/github/gateweir/shaded/co/elastic/clients/transport/rest5_client/low_level/Rest5Client.class",
        "io/github/gateweir/shaded/picocli/CommandLine.class"
      })
  void holdsWhatTheJobNeeds(String file) {
    assertThat(files()).contains(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org/apache/flink/api/",
        "org/apache/flink/client/",
        "org/apache/flink/configuration/",
        "org/apache/flink/connector/base/",
        "org/apache/flink/connector/file/",
        "org/apache/flink/contrib/streaming/state/",
        "org/apache/flink/core/",
        "org/apache/flink/formats/",
        "org/apache/flink/runtime/",
        "org/apache/flink/state/",
        "org/apache/flink/streaming/api/",
        "org/apache/flink/streaming/runtime/",
        "org/apache/logging/",
        "org/apache/log4j/",
        "org/rocksdb/",
        "org/slf4j/",
        "com/google/",
        "com/fasterxml/",
        "org/snakeyaml/",
        "org/apache/commons/",
        "org/apache/hc/",
        "co/elastic/",
        "jakarta/",
        "org/jspecify/",
        "picocli/",
        "org/junit/",
        "org/openjdk/jmh/",
        "io/github/gateweir/benchmarks/",
        "io/github/gateweir/testing/"
      })
  void doesNotHoldWhatFlinkHasNorWhatIsRelocatedNorWhatOnlyTests(String folder) {
    assertThat(files()).noneMatch(file -> file.startsWith(folder));
  }

  @Test
  void holdsNoTests() {
    assertThat(files())
        .filteredOn(file -> file.startsWith("io/github/gateweir/"))
        .filteredOn(file -> !file.startsWith("io/github/gateweir/shaded/"))
        .noneMatch(file -> file.matches(".*(Test|ITCase)(\\$.*)?\\.class"));
  }

  @Test
  void startsWithTheCommandLine() throws IOException {
    assertThat(jar.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS))
        .isEqualTo(Gateweir.class.getName());
  }

  @Test
  void tellsTheLicenceAndWhoseWorkItHolds() throws IOException {
    assertThat(text("META-INF/LICENSE")).contains("Apache License", "Version 2.0");
    assertThat(text("META-INF/NOTICE"))
        .contains("the Gateweir authors", "Flink : Connectors : Kafka", "Jackson");
  }

  @Test
  void itsServicesAreRelocatedWithTheirClasses() throws IOException {
    for (String file : files()) {
      if (file.startsWith("META-INF/services/io.github.gateweir.shaded.")) {
        for (String name : text(file).lines().toList()) {
          assertThat(files()).contains(name.replace('.', '/') + ".class");
        }
      }
    }
  }

  private static List<String> files() {
    return jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName).toList();
  }

  private static String text(String file) throws IOException {
    ZipEntry entry = jar.getEntry(file);
    assertThat(entry).as(file).isNotNull();
    try (InputStream in = jar.getInputStream(entry)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
