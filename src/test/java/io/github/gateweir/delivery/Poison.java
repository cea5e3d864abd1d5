package io.github.gateweir.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gateweir.generate.GeneratedLine;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Lines of which one in a hundred becomes an event that Elasticsearch refuses: it has a text where
 * the template of the test wants a number.
 */
final class Poison implements Iterator<GeneratedLine> {
  /** What Elasticsearch names in its reason. */
  static final String FIELD = "cloudflare.VirtualNetworkName";

  private static final int ONE_IN = 100;
  private static final String GENERATED = "\"VirtualNetworkName\":\"default\"";
  private static final String SOUND = "\"VirtualNetworkName\":\"7\"";
  private static final String POISON = "\"VirtualNetworkName\":\"seven\"";

  private final Iterator<GeneratedLine> lines;
  private final List<String> poisoned = new ArrayList<>();
  private long number;

  Poison(Iterator<GeneratedLine> lines) {
    this.lines = lines;
  }

  static boolean isIn(byte[] line) {
    return new String(line, UTF_8).contains(POISON);
  }

  /** The lines so far that are refused. */
  List<String> poisoned() {
    return poisoned;
  }

  /** Makes the data stream refuse such events. */
  static void arm(DataStreams streams) {
    map(streams, "long");
  }

  /** Lets the data stream take them from now on. */
  static void disarm(DataStreams streams) {
    map(streams, "keyword");
    String events = Output.EVENTS + streams.namespace();
    assertDone(streams.client().post("/" + events + "/_rollover", "").status());
  }

  private static void map(DataStreams streams, String type) {
    String template =
        """
        {"index_patterns": ["%s"], "data_stream": {}, "priority": 600,
         "composed_of": ["gateweir-settings", "gateweir-events"],
         "template": {"mappings": {"properties": {"cloudflare": {"properties": {
           "VirtualNetworkName": {"type": "%s"}}}}}}}
        """
            .formatted(Output.EVENTS + streams.namespace(), type);
    String path = "/_index_template/poison-" + streams.namespace();
    assertDone(streams.client().put(path, template).status());
  }

  private static void assertDone(int status) {
    assertThat(status).isEqualTo(200);
  }

  @Override
  public boolean hasNext() {
    return lines.hasNext();
  }

  @Override
  public GeneratedLine next() {
    GeneratedLine line = lines.next();
    String text = new String(line.bytes(), UTF_8);
    if (!line.expectation().isEvent() || !text.contains(GENERATED)) {
      return line;
    }
    boolean poison = number++ % ONE_IN == 0;
    String changed = text.replace(GENERATED, poison ? POISON : SOUND);
    if (poison) {
      poisoned.add(changed);
    }
    return new GeneratedLine(changed.getBytes(UTF_8), line.sessionId(), line.expectation());
  }
}
