package io.github.gateweir.source.file;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/** The files that wait for a reader, in the order of their paths, and the readers that wait. */
final class FileQueue {

  private final SplitEnumeratorContext<LogFileSplit> context;
  private final TreeMap<String, LogFileSplit> files = new TreeMap<>();
  private final TreeSet<Integer> readers = new TreeSet<>();

  FileQueue(SplitEnumeratorContext<LogFileSplit> context, Collection<LogFileSplit> files) {
    this.context = context;
    addAll(files);
  }

  void addAll(Collection<LogFileSplit> more) {
    more.forEach(file -> files.put(file.path(), file));
  }

  void request(int reader) {
    readers.add(reader);
  }

  /** Forgets that a reader asked: it has begun anew and asks again when it has nothing to read. */
  void forget(int reader) {
    readers.remove(reader);
  }

  /** Gives files to readers as long as there are both. */
  void assign() {
    readers.retainAll(context.registeredReaders().keySet());
    while (!files.isEmpty() && !readers.isEmpty()) {
      context.assignSplit(files.pollFirstEntry().getValue(), readers.pollFirst());
    }
  }

  /** Tells the readers that got nothing that nothing more comes. */
  void dismiss() {
    readers.forEach(context::signalNoMoreSplits);
    readers.clear();
  }

  int size() {
    return files.size();
  }

  List<LogFileSplit> files() {
    return List.copyOf(files.values());
  }
}
