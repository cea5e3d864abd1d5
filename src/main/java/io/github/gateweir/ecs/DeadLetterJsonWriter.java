package io.github.gateweir.ecs;

import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.gateway.JsonText;
import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.TextBuffer;
import io.github.gateweir.gateway.Utf8;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.Base64;

/**
 * Writes a dead letter as a JSON document that holds the original, so that it can be replayed. One
 * instance serves one thread.
 */
public final class DeadLetterJsonWriter {

  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private final int maxBytes;

  /**
   * A writer of documents of at most this size: of an original that would make it larger, only the
   * beginning is kept, and the document says so.
   */
  public DeadLetterJsonWriter(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** The document: UTF-8, no line end. */
  public byte[] write(DeadLetter letter) {
    byte[] original = letter.original();
    if (letter.originalLength() > original.length) {
      original = Arrays.copyOf(original, Utf8.wholeCharacters(original, original.length));
    }
    byte[] document = write(letter, original);
    return document.length <= maxBytes ? document : cut(letter, original);
  }

  /**
   * The document with as much of the original as fits: how many bytes one of it takes, one to six,
   * is not known before it is written, so the length is searched by halves.
   */
  private byte[] cut(DeadLetter letter, byte[] original) {
    byte[] document = write(letter, new byte[0]);
    int fits = 0;
    int tooMany = original.length;
    while (tooMany - fits > 1) {
      int kept = (fits + tooMany) >>> 1;
      byte[] head = Arrays.copyOf(original, Utf8.wholeCharacters(original, kept));
      byte[] longer = write(letter, head);
      if (longer.length <= maxBytes) {
        document = longer;
        fits = kept;
      } else {
        tooMany = kept;
      }
    }
    return document;
  }

  private static byte[] write(DeadLetter letter, byte[] original) {
    boolean isText = Utf8.isValid(original);
    boolean truncated = letter.originalLength() > original.length;
    TextBuffer out = new TextBuffer(2 * original.length + 1024);
    out.append("{\"@timestamp\":\"");
    out.append(MILLIS.format(Instant.ofEpochMilli(letter.epochMillis())));
    out.append("\",\"ecs\":{\"version\":\"" + EcsJsonWriter.ECS_VERSION + "\"},");
    out.append("\"event\":{\"kind\":\"pipeline_error\",\"module\":\"gateweir\",");
    out.append("\"dataset\":\"gateweir.dead_letter\",\"original\":\"");
    if (isText) {
      escaped(out, original);
    } else {
      byte[] base64 = Base64.getEncoder().encode(original);
      out.appendUnpadded(base64, 0, base64.length);
    }
    out.append("\"},\"error\":{\"code\":\"" + letter.code().code() + "\",\"message\":\"");
    escaped(out, letter.message().getBytes(StandardCharsets.UTF_8));
    out.append("\"},");
    place(out, letter.place(), deadLetter(isText, truncated));
    out.append('}');
    return out.toByteArray();
  }

  private static String deadLetter(boolean isText, boolean truncated) {
    if (isText && !truncated) {
      return "";
    }
    String encoding = isText ? "" : "\"encoding\":\"base64\"" + (truncated ? "," : "");
    return ",\"dead_letter\":{" + encoding + (truncated ? "\"truncated\":true" : "") + "}";
  }

  private static void place(TextBuffer out, Place place, String deadLetter) {
    if (place.equals(Place.NOWHERE)) {
      out.append("\"gateweir\":{\"source\":{}");
    } else if (place.isFile()) {
      out.append("\"log\":{\"file\":{\"path\":\"");
      escaped(out, place.origin().getBytes(StandardCharsets.UTF_8));
      out.append("\"}},\"gateweir\":{\"source\":{\"line\":" + place.position() + "}");
    } else {
      out.append("\"gateweir\":{\"source\":{\"topic\":\"");
      escaped(out, place.origin().getBytes(StandardCharsets.UTF_8));
      out.append("\",\"partition\":" + place.partition() + ",\"offset\":" + place.position());
      out.append(",\"line\":" + place.line() + "}");
    }
    out.append(deadLetter);
    out.append('}');
  }

  private static void escaped(TextBuffer out, byte[] text) {
    byte[] padded = Arrays.copyOf(text, text.length + TextBuffer.PADDING);
    JsonText.appendEscaped(out, padded, 0, text.length);
  }
}
