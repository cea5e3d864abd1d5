package io.github.gateweir.sigma;

/**
 * Where something is written.
 *
 * @param file the rule file, as the user named it or below the folder that the user named
 * @param line from 1
 * @param column from 1
 */
public record Mark(String file, int line, int column) implements Comparable<Mark> {

  @Override
  public int compareTo(Mark other) {
    int byFile = file.compareTo(other.file);
    int byLine = byFile == 0 ? Integer.compare(line, other.line) : byFile;
    return byLine == 0 ? Integer.compare(column, other.column) : byLine;
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
