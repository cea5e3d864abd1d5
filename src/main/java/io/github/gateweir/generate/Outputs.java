package io.github.gateweir.generate;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens what the command writes to. */
final class Outputs {
  private static final String STANDARD_OUTPUT = "-";
  private static final String KAFKA = "kafka:";

  private Outputs() {}

  /**
   * Opens the output of the lines: {@code -}, {@code kafka:TOPIC}, or a file.
   *
   * @throws IllegalArgumentException with a sentence when it cannot be opened
   */
  static RecordOutput openLines(String output, @Nullable KafkaOutputs kafka) throws IOException {
    if (output.equals(STANDARD_OUTPUT)) {
      return StreamOutput.to(System.out);
    }
    if (output.startsWith(KAFKA)) {
      return openTopic(output.substring(KAFKA.length()), kafka);
    }
    return open("--output", Path.of(output), StreamOutput::toFile);
  }

  /**
   * Checks, before anything is opened and so emptied, that lines and expectations go to two files.
   *
   * @throws IllegalArgumentException with a sentence when they do not
   */
  static void requireTwoFiles(String output, @Nullable Path expect) {
    if (expect != null && expect.toString().equals(output)) {
      throw new IllegalArgumentException(
          "--expect and --output are both " + output + "; choose two files.");
    }
  }

  /** Opens the file of expectations, if there is to be one. */
  static @Nullable ExpectationFile openExpectations(@Nullable Path file) throws IOException {
    return file == null ? null : open("--expect", file, ExpectationFile::new);
  }

  private static RecordOutput openTopic(String topic, @Nullable KafkaOutputs kafka)
      throws IOException {
    if (topic.isEmpty()) {
      throw new IllegalArgumentException("--output kafka: names no topic; write kafka:TOPIC.");
    }
    if (kafka == null) {
      throw new IllegalArgumentException(
          "--output kafka:" + topic + " is not possible here; choose a file or -.");
    }
    return kafka.open(topic);
  }

  private static <T> T open(String option, Path file, Opener<T> opener) throws IOException {
    try {
      return opener.open(file);
    } catch (NoSuchFileException e) {
      throw refused(option, file, "its folder does not exist; create it first", e);
    } catch (AccessDeniedException e) {
      throw refused(option, file, "writing is not permitted; choose another place", e);
    } catch (IOException e) {
      String reason = Files.isDirectory(file) ? "it is a folder; name a file in it" : e.toString();
      throw refused(option, file, reason, e);
    }
  }

  private static IllegalArgumentException refused(
      String option, Path file, String reason, IOException cause) {
    return new IllegalArgumentException(
        option + " " + file + " cannot be written: " + reason + ".", cause);
  }

  private interface Opener<T> {
    T open(Path file) throws IOException;
  }
}
