package io.github.gateweir.config;

import io.github.gateweir.elasticsearch.CertificateAuthorities;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The values of the Elasticsearch sink's settings. */
final class ElasticsearchDomains {

  private static final Pattern NAMESPACE = Pattern.compile("[^-\\\\/*?\"<>| ,#:\\p{Cntrl}]+");
  private static final Pattern USERNAME = Pattern.compile("[^:\\s]([^:]*[^:\\s])?");
  private static final int LONGEST_NAMESPACE = 100;

  private ElasticsearchDomains() {}

  static Domain<List<String>> hosts() {
    return new Domain<>(
        "list of URLs",
        "a list of URLs that begin with http:// or https:// and have no query, such as"
            + " \"https://es-1:9200\"; after -D they are separated by ;",
        true,
        ElasticsearchHosts::read);
  }

  static Domain<String> namespace() {
    return new Domain<>(
        "text",
        "the end of a data stream's name: at most 100 bytes, lower case, without - \\ / * ? \" < > |"
            + " , # : and blanks",
        false,
        items -> namespace(items.get(0)));
  }

  private static String namespace(String text) {
    boolean right =
        NAMESPACE.matcher(text).matches()
            && text.equals(text.toLowerCase(Locale.ROOT))
            && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAMESPACE;
    if (!right) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  static Domain<String> username() {
    return new Domain<>(
        "text", "a user's name, without a colon", false, items -> username(items.get(0)));
  }

  private static String username(String text) {
    if (!USERNAME.matcher(text).matches()) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  /** A file's path in the settings, its content as the value: no other machine needs the file. */
  static Domain<String> certificates() {
    return new Domain<>(
        "path", "the path of a PEM file", false, items -> certificates(items.get(0)));
  }

  private static String certificates(String path) {
    try {
      String pem = Files.readString(Path.of(path), StandardCharsets.ISO_8859_1);
      CertificateAuthorities.check(pem);
      return pem;
    } catch (IOException | InvalidPathException e) {
      throw new Mistake(
          "names "
              + path
              + ", which cannot be read: correct the path or give the right to read it.",
          e);
    } catch (CertificateException e) {
      throw new Mistake(
          "names "
              + path
              + ", which holds no certificates in PEM: name the file with the authority's"
              + " certificate, which begins with -----BEGIN CERTIFICATE-----.",
          e);
    }
  }
}
