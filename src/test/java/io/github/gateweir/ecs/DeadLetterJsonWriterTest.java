package io.github.gateweir.ecs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.gateway.DeadLetterCode;
import io.github.gateweir.gateway.Place;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterJsonWriterTest {
  private static final int MOST = 10_000;

  @ParameterizedTest(name = "of bytes {0}")
  @ValueSource(bytes = {'a', '"', 1, (byte) 0xFF})
  void keepsAsMuchOfTheOriginalAsFits(byte each) throws IOException {
    byte[] original = new byte[50_000];
    Arrays.fill(original, each);

    byte[] document = new DeadLetterJsonWriter(MOST).write(letter(original));

    JsonNode json = new ObjectMapper().readTree(document);
    assertThat(document.length).isBetween(MOST * 9 / 10, MOST);
    assertThat(json.at("/gateweir/dead_letter/truncated").asBoolean()).isTrue();
  }

  @ParameterizedTest(name = "{0} bytes of controls at the end")
  @ValueSource(ints = {1, 100, 5_000, 9_000})
  void keepsSomethingWhenTheOriginalIsUneven(int controls) throws IOException {
    byte[] original = ("a".repeat(9_000 - controls) + "\u0001".repeat(controls)).getBytes(UTF_8);

    byte[] document = new DeadLetterJsonWriter(8_000).write(letter(original));

    String kept = new ObjectMapper().readTree(document).at("/event/original").asText();
    assertThat(document.length).isLessThanOrEqualTo(8_000);
    assertThat(kept).isNotEmpty();
    assertThat(new String(original, UTF_8)).startsWith(kept);
  }

  private static DeadLetter letter(byte[] original) {
    return new DeadLetter(
        Place.inFile("a.log", 1),
        DeadLetterCode.MALFORMED,
        "The line is not JSON.",
        original,
        original.length,
        0);
  }
}
