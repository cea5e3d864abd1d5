package io.github.gateweir.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands for a secret in the settings: {@code ${env:NAME}} and {@code ${file:PATH}}. */
final class Secrets {

  /** What is shown in place of a secret. */
  static final String MASK = "******";

  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}:]*):?([^}]*)}");
  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "pass(word|wd|phrase)?|secret|token|jaas|credential|private|api-?key|\\.key$");

  private final Map<String, String> environment;

  Secrets(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Whether a key by its name holds a secret, whatever its value. */
  static boolean isNamed(String key) {
    return SECRET_NAME.matcher(key.toLowerCase(Locale.ROOT)).find();
  }

  /** The value with every reference replaced by what it stands for. */
  Given resolve(Given given) {
    return given.resolve(
        value ->
            REFERENCE
                .matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(resolve(given, found))));
  }

  private String resolve(Given given, MatchResult reference) {
    return switch (reference.group(1)) {
      case "env" -> variable(given, reference.group(2));
      case "file" -> content(given, reference.group(2));
      default ->
          throw given.error(
              "has " + reference.group() + ", but only ${env:NAME} and ${file:PATH} are known.");
    };
  }

  private String variable(Given given, String name) {
    String value = environment.get(name);
    if (value == null) {
      throw given.error(
          "takes its value from the environment variable " + name + ", which is not set: set it.");
    }
    return value;
  }

  private static String content(Given given, String path) {
    try {
      return Files.readString(Path.of(path)).stripTrailing();
    } catch (IOException | InvalidPathException e) {
      throw new SettingsException(
          given
              .error(
                  "takes its value from the file "
                      + path
                      + ", which cannot be read: create it or correct the path.")
              .getMessage(),
          e);
    }
  }
}
