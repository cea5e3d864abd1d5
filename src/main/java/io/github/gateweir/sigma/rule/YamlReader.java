package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;
import io.github.gateweir.sigma.rule.Problem.Code;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the documents of a YAML file. Each is read on its own, so that one that is not YAML does
 * not hide those after it.
 */
final class YamlReader {

  private static final int MAX_BYTES = 32 << 20;
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final LoadSettings SETTINGS =
      LoadSettings.builder().setCodePointLimit(MAX_BYTES).build();

  /** A document, and what is wrong with it as YAML: its root is null if it cannot be read. */
  record Read(@Nullable Node root, Mark mark, List<Problem> problems) {}

  private final String file;

  YamlReader(String file) {
    this.file = file;
  }

  List<Read> read(byte[] content) {
    if (content.length > MAX_BYTES) {
      return refused(
          new Mark(file, 1, 1),
          "The file has more than %d MiB: split it.".formatted(MAX_BYTES >> 20));
    }
    CharBuffer decoded = CharBuffer.allocate(content.length + 1);
    ByteBuffer bytes = ByteBuffer.wrap(content);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(bytes, decoded, true);
    String text = decoded.flip().toString();
    Source source = new Source(file, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    return result.isError() ? notUtf8(source) : documents(source);
  }

  private List<Read> notUtf8(Source source) {
    int last = source.lines() - 1;
    int column = source.text().codePointCount(source.lineStart(last), source.text().length());
    return refused(
        source.mark(last, column), "The file is not UTF-8 from here on: save it as UTF-8.");
  }

  private static List<Read> refused(Mark mark, String message) {
    Problems problems = new Problems("");
    problems.error(mark, Code.YAML, message);
    return List.of(new Read(null, mark, problems.all()));
  }

  private static List<Read> documents(Source source) {
    List<Read> documents = new ArrayList<>();
    int from = 0;
    boolean begun = false;
    for (int line = 0; line < source.lines(); line++) {
      boolean marker = isMarker(source, line);
      if (marker && begun) {
        add(documents, source, from, line);
        from = line;
      }
      begun |= marker || hasContent(source, line);
    }
    add(documents, source, from, source.lines());
    return documents;
  }

  private static boolean isMarker(Source source, int line) {
    int at = source.lineStart(line);
    String text = source.text();
    return text.startsWith("---", at)
        && (at + 3 == text.length() || Character.isWhitespace(text.charAt(at + 3)));
  }

  /** Whether a line is more than a comment or a directive. */
  private static boolean hasContent(Source source, int line) {
    String text =
        source.text().substring(source.lineStart(line), source.lineStart(line + 1)).strip();
    return !text.isEmpty() && !text.startsWith("#") && !text.startsWith("%");
  }

  /** Adds the document of some lines, unless it is empty. */
  private static void add(List<Read> documents, Source source, int from, int to) {
    Problems problems = new Problems("");
    String text = source.text().substring(source.lineStart(from), source.lineStart(to));
    Node root = root(text, source, from, problems);
    Mark mark = root == null ? source.mark(from, 0) : root.mark();
    if (problems.refuse() || (root != null && !PlainScalar.isNull(root))) {
      documents.add(new Read(root, mark, problems.all()));
    }
  }

  private static @Nullable Node root(String text, Source source, int from, Problems problems) {
    try {
      return new YamlDocument(
              new Parse(SETTINGS).parseString(text).iterator(), source, from, problems)
          .read();
    } catch (YamlRefusal e) {
      problems.error(e.mark(), Code.YAML, e.getMessage());
    } catch (MarkedYamlEngineException e) {
      Mark mark =
          firstOf(e.getProblemMark(), e.getContextMark())
              .map(m -> source.mark(from + m.getLine(), m.getColumn()))
              .orElse(source.mark(from, 0));
      problems.error(mark, Code.YAML, "This is not YAML: " + oneLine(e.getProblem()) + ".");
    } catch (ReaderException e) {
      problems.error(
          position(text, source, from, e.getPosition()),
          Code.YAML,
          "The character U+%04X is not allowed in YAML: take it away.".formatted(e.getCodePoint()));
    } catch (YamlEngineException e) {
      problems.error(
          source.mark(from, 0), Code.YAML, "This is not YAML: " + oneLine(e.getMessage()) + ".");
    }
    return null;
  }

  private static <T> Optional<T> firstOf(Optional<T> first, Optional<T> second) {
    return first.isPresent() ? first : second;
  }

  /** A place by the number of code points in front of it. */
  private static Mark position(String text, Source source, int from, int codePoints) {
    int line = from;
    int column = 0;
    int left = codePoints;
    for (int i = 0; i < text.length() && left > 0; left--) {
      boolean feed = text.charAt(i) == '\n';
      line += feed ? 1 : 0;
      column = feed ? 0 : column + 1;
      i += Character.charCount(text.codePointAt(i));
    }
    return source.mark(line, column);
  }

  private static String oneLine(@Nullable String problem) {
    String line = problem == null ? "" : problem.lines().findFirst().orElse("");
    return line.isEmpty() ? "it cannot be read" : line;
  }
}
