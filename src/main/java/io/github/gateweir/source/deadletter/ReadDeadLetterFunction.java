package io.github.gateweir.source.deadletter;

import io.github.gateweir.gateway.Place;
import io.github.gateweir.gateway.RawRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.formats.json.JsonDeserializationSchema;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.shaded.jackson2.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Turns a dead letter back into the record that it holds. What is no dead letter becomes a record
 * that could not be read, and so a dead letter itself.
 */
final class ReadDeadLetterFunction extends RichMapFunction<RawRecord, RawRecord> {

  private static final long serialVersionUID = 1L;
  private static final String KIND = "pipeline_error";

  private final HashMap<String, String> consumer;
  private transient JsonDeserializationSchema<ObjectNode> json;
  private transient FirstPlace firstPlace;

  ReadDeadLetterFunction(HashMap<String, String> consumer) {
    this.consumer = consumer;
  }

  @Override
  public void open(OpenContext context) {
    json = new JsonDeserializationSchema<>(ObjectNode.class);
    json.open(null);
    firstPlace = new FirstPlace(consumer);
  }

  @Override
  public void close() {
    if (firstPlace != null) {
      firstPlace.close();
    }
  }

  @Override
  public RawRecord map(RawRecord raw) throws IOException {
    if (raw.line() == null || raw.fault() != null || raw.line().length == 0) {
      return raw;
    }
    ObjectNode letter = parse(raw.line());
    if (letter == null || !letter.path("event").path("kind").asText().equals(KIND)) {
      return notReplayed(raw, "This is not a dead letter of Gateweir, so it was not replayed.");
    }
    Place place = place(letter, raw.place());
    if (letter.path("gateweir").path("dead_letter").path("truncated").asBoolean()) {
      return firstPlace.read(place, original(letter));
    }
    return RawRecord.of(original(letter), place);
  }

  private static RawRecord notReplayed(RawRecord raw, String why) {
    byte[] line = raw.line();
    byte[] kept = Arrays.copyOf(line, Math.min(line.length, RawRecord.MAX_LENGTH));
    return new RawRecord(kept, raw.length(), raw.place(), why);
  }

  private ObjectNode parse(byte[] line) {
    try {
      return json.deserialize(line);
    } catch (IOException e) {
      return null;
    }
  }

  private static byte[] original(JsonNode letter) {
    String original = letter.path("event").path("original").asText();
    boolean base64 =
        letter.path("gateweir").path("dead_letter").path("encoding").asText().equals("base64");
    return base64
        ? Base64.getDecoder().decode(original)
        : original.getBytes(StandardCharsets.UTF_8);
  }

  private static Place place(JsonNode letter, Place otherwise) {
    JsonNode source = letter.path("gateweir").path("source");
    JsonNode path = letter.path("log").path("file").path("path");
    if (path.isTextual()) {
      return Place.inFile(path.asText(), source.path("line").asLong());
    }
    if (source.path("topic").isTextual()) {
      return Place.inTopic(
          source.path("topic").asText(),
          source.path("partition").asInt(),
          source.path("offset").asLong(),
          source.path("line").asInt(1));
    }
    return otherwise;
  }
}
