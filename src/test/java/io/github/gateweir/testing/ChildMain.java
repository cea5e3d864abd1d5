package io.github.gateweir.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * The main class of every child JVM: runs the main class named by the first argument, and ends as
 * soon as standard input does. The parent holds the other end, so a child never outlives it, not
 * even when the parent is killed and runs no shutdown hook.
 */
final class ChildMain {
  private ChildMain() {}

  public static void main(String[] args) throws Throwable {
    Thread watch = new Thread(() -> haltAtEndOf(System.in), "end-with-parent");
    watch.setDaemon(true);
    watch.start();
    String[] rest = Arrays.copyOfRange(args, 1, args.length);
    try {
      Class.forName(args[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void haltAtEndOf(InputStream parent) {
    try {
      parent.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      System.err.println("The pipe to the tests broke: " + e.getMessage());
    }
    Runtime.getRuntime().halt(1);
  }
}
