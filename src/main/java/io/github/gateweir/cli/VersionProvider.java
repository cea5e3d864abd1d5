package io.github.gateweir.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote down. */
final class VersionProvider implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    return new String[] {"gateweir " + version()};
  }

  /** The version alone, such as {@code 1.2.0}. */
  static String version() throws IOException {
    Properties properties = new Properties();
    try (InputStream in =
        VersionProvider.class.getResourceAsStream("/io/github/gateweir/version.properties")) {
      properties.load(in);
    }
    return properties.getProperty("version");
  }
}
