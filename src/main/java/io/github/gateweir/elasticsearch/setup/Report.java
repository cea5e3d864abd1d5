package io.github.gateweir.elasticsearch.setup;

import java.util.List;

/**
 * What setup did.
 *
 * @param lines one line for each object: what it is, its name, and {@code created}, {@code
 *     changed}, {@code unchanged} or {@code left out} with the reason
 * @param notes what the user may want to do now, one sentence each
 */
public record Report(List<String> lines, List<String> notes) {}
