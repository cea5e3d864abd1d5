package io.github.gateweir.elasticsearch.setup;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Installs in Elasticsearch or OpenSearch what the job's documents need: component and index
 * templates, a lifecycle policy and an ingest pipeline.
 *
 * <p>What is there as it must be is left as it is, so that it may be run again. What is there under
 * one of its names and is not Gateweir's stops it before it changes anything.
 */
public final class ElasticsearchSetup {

  private final Server server;
  private final Duration retention;
  private final String version;

  /**
   * A setup that has not begun.
   *
   * @param requests how the server is asked
   * @param name what the server is called in sentences, such as its URLs
   * @param retention after how long documents are deleted, from the rollover of their index on
   * @param version the version of Gateweir that the objects are marked with
   */
  public ElasticsearchSetup(Requests requests, String name, Duration retention, String version) {
    this.server = new Server(requests, name);
    this.retention = retention;
    this.version = version;
  }

  /**
   * Installs everything that this server can have.
   *
   * @throws SetupException when an object is not Gateweir's, and when the server refuses or does
   *     not answer; what was installed before that stays, and the next run goes on from there
   */
  public Report run() {
    Catalog catalog = new Catalog(new Probe(server).abilities(), retention, version);
    List<Found> found = catalog.items().stream().map(this::find).toList();
    refuseForeign(found);
    List<String> lines = new ArrayList<>();
    for (Found each : found) {
      install(each);
      lines.add(line(each));
    }
    return new Report(lines, notes(found));
  }

  private Found find(Item item) {
    if (item.definition() == null) {
      return new Found(item, null);
    }
    return new Found(
        item,
        server
            .find(item.path())
            .map(answer -> item.kind().definition(item.name(), answer))
            .orElse(null));
  }

  private void refuseForeign(List<Found> found) {
    List<String> foreign =
        found.stream().filter(Found::isForeign).map(each -> each.item().title()).toList();
    if (!foreign.isEmpty()) {
      throw new SetupException(
          SetupException.Cause.SERVER,
          ("Nothing was installed, because %s holds objects with Gateweir's names that are not its"
                  + " own (their _meta does not say managed_by: gateweir): %s. Rename or delete them,"
                  + " and run this again.")
              .formatted(server.name(), String.join(", ", foreign)));
    }
  }

  private void install(Found found) {
    Change change = found.change();
    JsonNode definition = found.item().definition();
    if (definition != null && (change == Change.CREATED || change == Change.CHANGED)) {
      server.put(found.item().path(), definition);
    }
  }

  private static String line(Found found) {
    Item item = found.item();
    String reason = item.reason() == null ? "" : " (" + item.reason() + ")";
    return item.title() + ": " + found.change().title() + reason;
  }

  /** A template counts when an index is made: the indices that there are stay as they were. */
  private List<String> notes(List<Found> found) {
    Set<String> changed =
        found.stream()
            .filter(Found::changesIndices)
            .map(each -> each.item().name())
            .collect(Collectors.toSet());
    return Arrays.stream(StreamTemplate.values())
        .filter(stream -> stream.templates().anyMatch(changed::contains))
        .flatMap(stream -> dataStreams(stream).stream())
        .map(ElasticsearchSetup::note)
        .toList();
  }

  private List<String> dataStreams(StreamTemplate stream) {
    JsonNode streams =
        server
            .find("/_resolve/index/" + stream.pattern())
            .map(answer -> answer.path("data_streams"))
            .orElseThrow();
    List<String> names = new ArrayList<>();
    streams.forEach(each -> names.add(each.path("name").asText()));
    return names;
  }

  private static String note(String dataStream) {
    return ("The data stream %s is there already, and its present index keeps the old templates until"
            + " it rolls over; to do that now: POST /%s/_rollover")
        .formatted(dataStream, dataStream);
  }
}
