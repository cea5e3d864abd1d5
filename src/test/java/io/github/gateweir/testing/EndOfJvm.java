package io.github.gateweir.testing;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What is put in order when the JVM of the tests ends, however its tests went. */
final class EndOfJvm {
  private static final Set<Process> PROCESSES = ConcurrentHashMap.newKeySet();
  private static final Set<Path> FOLDERS = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(EndOfJvm::tidy, "end-of-jvm"));
  }

  private EndOfJvm() {}

  /** Kills the process at the end, unless it has ended by then. */
  static void kills(Process process) {
    PROCESSES.add(process);
  }

  /** Deletes the folder at the end, after the processes that may write to it. */
  static void deletes(Path folder) {
    FOLDERS.add(folder);
  }

  private static void tidy() {
    PROCESSES.forEach(Process::destroyForcibly);
    PROCESSES.forEach(process -> process.onExit().join());
    FOLDERS.forEach(Folders::delete);
  }
}
