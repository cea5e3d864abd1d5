package io.github.gateweir.job;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.TestableKeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** One subtask of a keyed operator, with its timers and the keys that have state. */
final class KeyedFunctionHarness<K, I, O> extends FunctionHarness<I, O> {

  private final KeyedOneInputStreamOperatorTestHarness<?, I, O> harness;
  private final int parallelism;
  private final int subtask;

  private KeyedFunctionHarness(Keyed<K, I, O> keyed, int parallelism, int subtask)
      throws Exception {
    super(environment -> make(keyed, environment), parallelism, subtask);
    this.harness = (KeyedOneInputStreamOperatorTestHarness<?, I, O>) flinks();
    this.parallelism = parallelism;
    this.subtask = subtask;
  }

  /**
   * A keyed operator, of which subtasks can be opened.
   *
   * @param operator makes the operator, anew for each subtask
   * @param key the key of a value
   * @param keyType the key's type
   * @param backend makes what keeps the state, anew for each subtask
   */
  record Keyed<K, I, O>(
      Supplier<KeyedProcessOperator<K, I, O>> operator,
      KeySelector<I, K> key,
      TypeInformation<K> keyType,
      Supplier<StateBackend> backend) {

    /** The only subtask, with the state that the subtasks left before. */
    KeyedFunctionHarness<K, I, O> open(OperatorSubtaskState... left) throws Exception {
      return open(1, 0, left);
    }

    /** A subtask, with its part of the state that the subtasks left before. */
    KeyedFunctionHarness<K, I, O> open(int parallelism, int subtask, OperatorSubtaskState... left)
        throws Exception {
      KeyedFunctionHarness<K, I, O> opened = new KeyedFunctionHarness<>(this, parallelism, subtask);
      opened.openWith(left);
      return opened;
    }
  }

  /** Whether records of this key come to this subtask. */
  boolean owns(K key) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(key, MAX_PARALLELISM, parallelism)
        == subtask;
  }

  int timers() {
    return harness.numEventTimeTimers();
  }

  /**
   * How many rows of state there are. The heap counts a map as one row; RocksDB counts each of its
   * entries, and timers too.
   */
  int stateEntries() throws Exception {
    // RocksDB keeps changes of timers back until a checkpoint.
    snapshot();
    KeyedStateBackend<?> backend = harness.getOperator().getKeyedStateBackend();
    return ((TestableKeyedStateBackend<?>) backend).numKeyValueStateEntries();
  }

  /** How many entries a key has in a map of its state. */
  <N> int entries(K key, MapStateDescriptor<N, ?> descriptor) throws Exception {
    AbstractStreamOperator<O> operator = harness.getOperator();
    operator.setCurrentKey(key);
    MapState<N, ?> state =
        operator
            .getKeyedStateBackend()
            .getPartitionedState(
                VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, descriptor);
    int entries = 0;
    for (N ignored : state.keys()) {
      entries++;
    }
    return entries;
  }

  /** The keys that have this state. */
  Set<K> keys(StateDescriptor<?, ?> state) {
    try (Stream<K> keys =
        harness
            .getOperator()
            .<K>getKeyedStateBackend()
            .getKeys(state.getName(), VoidNamespace.INSTANCE)) {
      return keys.collect(TreeSet::new, Set::add, Set::addAll);
    }
  }

  private static <K, I, O> KeyedOneInputStreamOperatorTestHarness<K, I, O> make(
      Keyed<K, I, O> keyed, MockEnvironment environment) throws Exception {
    KeyedOneInputStreamOperatorTestHarness<K, I, O> made =
        new KeyedOneInputStreamOperatorTestHarness<>(
            keyed.operator().get(), keyed.key(), keyed.keyType(), environment);
    made.setStateBackend(keyed.backend().get());
    return made;
  }
}
