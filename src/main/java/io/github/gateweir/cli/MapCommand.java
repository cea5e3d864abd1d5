package io.github.gateweir.cli;

import io.github.gateweir.ecs.DeadLetterJsonWriter;
import io.github.gateweir.ecs.EcsJsonWriter;
import io.github.gateweir.ecs.EcsMapper;
import io.github.gateweir.ecs.Mapped;
import io.github.gateweir.ecs.Profile;
import io.github.gateweir.gateway.RawRecord;
import io.github.gateweir.gateway.TextBuffer;
import io.github.gateweir.source.file.LogLines;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code map}: records to ECS documents, without Flink. */
@Command(
    name = "map",
    description = {
      "Map gateway_network records to ECS documents, without Flink.",
      "Documents go to standard output, one a line; dead letters to standard error."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every record became a document or could be ignored",
      "1:there were dead letters",
      "2:wrong usage",
      "3:reading or writing failed"
    })
public final class MapCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";
  private static final Duration MAX_AHEAD = Duration.ofMinutes(10);

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      defaultValue = "extended",
      description = "What is written of an event: extended (default) or sekoia.")
  private Profile profile = Profile.EXTENDED;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Files or folders, plain or gzip; - or nothing is standard input.")
  private List<String> files = List.of();

  private boolean faulty;

  @Override
  public Integer call() throws IOException {
    EcsMapper mapper = new EcsMapper(Clock.systemUTC(), MAX_AHEAD, profile);
    EcsJsonWriter writer = new EcsJsonWriter(profile);
    DeadLetterJsonWriter deadLetters = new DeadLetterJsonWriter(Integer.MAX_VALUE);
    try (OutputStream out = stream(FileDescriptor.out);
        OutputStream err = stream(FileDescriptor.err)) {
      for (String file : files.isEmpty() ? List.of(STANDARD_INPUT) : files) {
        read(file, raw -> write(mapper.map(raw), writer, deadLetters, out, err));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return faulty ? ExitCodes.FAULTS : ExitCodes.DONE;
  }

  private static OutputStream stream(FileDescriptor descriptor) {
    return new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16);
  }

  private void write(
      Mapped mapped,
      EcsJsonWriter writer,
      DeadLetterJsonWriter deadLetters,
      OutputStream out,
      OutputStream err) {
    try {
      if (mapped.event() != null) {
        TextBuffer document = writer.render(mapped.event());
        out.write(document.bytes(), 0, document.length());
        out.write('\n');
      } else if (mapped.deadLetter() != null) {
        faulty = true;
        err.write(deadLetters.write(mapped.deadLetter()));
        err.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface RecordHandler {
    void accept(RawRecord raw);
  }

  private static void read(String file, RecordHandler handler) throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      LogLines.read(new BufferedInputStream(System.in), STANDARD_INPUT, handler::accept);
      return;
    }
    Path path = Path.of(file);
    if (!Files.isReadable(path)) {
      throw new UsageException(file + ": there is no such file, or it may not be read.");
    }
    for (Path each : regularFiles(path)) {
      try (InputStream in = Files.newInputStream(each)) {
        LogLines.read(in, each.toString(), handler::accept);
      }
    }
  }

  private static List<Path> regularFiles(Path path) throws IOException {
    try (Stream<Path> paths = Files.walk(path)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
