package io.github.gateweir.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority of its own and the certificate of a host at 127.0.0.1 that it has signed. */
public final class Certificates {

  private static final String PASSWORD = "only-for-tests";

  private final Path store;

  /**
   * Makes new ones.
   *
   * @param folder an existing folder for the key store
   */
  public Certificates(Path folder) throws IOException {
    store = folder.resolve("certificates.p12");
    keytool("-genkeypair", "-alias", "authority", "-dname", "CN=authority", "-ext", "bc:c");
    keytool(
        "-genkeypair",
        "-alias",
        "host",
        "-signer",
        "authority",
        "-dname",
        "CN=host",
        "-ext",
        "san=ip:127.0.0.1");
  }

  /** The authority's certificate in PEM. */
  public String authority() throws IOException {
    return keytool("-exportcert", "-rfc", "-alias", "authority");
  }

  /** What the host presents. */
  public SSLContext host() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    keys.deleteEntry("authority");
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  private String keytool(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", PASSWORD));
    if (arguments[0].equals("-genkeypair")) {
      command.addAll(List.of("-keyalg", "EC", "-validity", "30"));
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new IOException(String.join(" ", command) + " failed: " + output);
    }
    return output;
  }
}
