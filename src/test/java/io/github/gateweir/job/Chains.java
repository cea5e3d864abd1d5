package io.github.gateweir.job;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.OperatorIDPair;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.graph.StreamGraph;

/**
 * Which operators of a job run chained in one task.
 *
 * @param tasks for the uid of every operator, the number of its task
 * @param edges the edges between operators of different tasks, as their uids, sorted
 */
record Chains(Map<String, Integer> tasks, List<String> edges) {

  static Chains of(StreamGraph graph) {
    Map<String, Integer> tasks = new TreeMap<>();
    int task = 0;
    for (JobVertex vertex : graph.getJobGraph().getVertices()) {
      for (OperatorIDPair operator : vertex.getOperatorIDs()) {
        tasks.put(operator.getUserDefinedOperatorUid(), task);
      }
      task++;
    }
    List<String> edges =
        graph.getStreamNodes().stream()
            .flatMap(node -> node.getOutEdges().stream())
            .filter(
                edge ->
                    !task(graph, tasks, edge.getSourceId())
                        .equals(task(graph, tasks, edge.getTargetId())))
            .map(edge -> uid(graph, edge.getSourceId()) + " -> " + uid(graph, edge.getTargetId()))
            .sorted()
            .toList();
    return new Chains(tasks, edges);
  }

  private static Integer task(StreamGraph graph, Map<String, Integer> tasks, int node) {
    return tasks.get(uid(graph, node));
  }

  private static String uid(StreamGraph graph, int node) {
    return graph.getStreamNode(node).getTransformationUID();
  }

  /** The uids of the operators that run in the same task as this one, itself among them. */
  List<String> with(String uid) {
    return tasks.keySet().stream()
        .filter(other -> tasks.get(other).equals(tasks.get(uid)))
        .toList();
  }
}
