package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.rule.Modifier.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Encodes texts as base64, as the modifiers of a key say. */
final class Encoding {

  private static final int[] SKIPPED = {0, 2, 3};

  private Encoding() {}

  /** What a text may look like: one text, or three for {@code base64offset}. */
  static List<String> encode(String text, FieldKey key) {
    byte[] bytes = bytes(text, key.the(Kind.WIDE).orElse(null));
    return key.has(Modifier.BASE64)
        ? List.of(Base64.getEncoder().encodeToString(bytes))
        : IntStream.range(0, SKIPPED.length).mapToObj(offset -> at(bytes, offset)).toList();
  }

  private static byte[] bytes(String text, @Nullable Modifier wide) {
    if (wide == null) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    Charset charset =
        wide == Modifier.UTF16BE ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    return (wide == Modifier.UTF16 ? "\uFEFF" + text : text).getBytes(charset);
  }

  /**
   * The characters that the bytes alone decide when {@code offset} bytes of the group of three are
   * before them: the first and last, which depend on neighbours too, are left out.
   */
  private static String at(byte[] bytes, int offset) {
    byte[] shifted = new byte[offset + bytes.length];
    System.arraycopy(bytes, 0, shifted, offset, bytes.length);
    String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int end = shifted.length % 3 == 0 ? encoded.length() : encoded.length() - 1;
    return encoded.substring(Math.min(SKIPPED[offset], end), end);
  }
}
