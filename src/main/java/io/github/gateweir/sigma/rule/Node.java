package io.github.gateweir.sigma.rule;

import io.github.gateweir.sigma.Mark;
import java.util.List;

/** A value of a YAML document, with the place where it is written. */
sealed interface Node {

  /** Where it begins. */
  Mark mark();

  /** What it is, for messages. */
  String kind();

  /**
   * A single value.
   *
   * @param plain whether it is written without quotes, so that it may be a number, boolean or null
   * @param source the file, to find places within the value
   */
  record Scalar(String text, boolean plain, Mark mark, Source source) implements Node {

    @Override
    public String kind() {
      return PlainScalar.isNull(this) ? "nothing" : "a single value";
    }

    /** Where a character of the value is written; where the value begins if that is not known. */
    Mark at(int offset) {
      return source.locate(mark, text, offset);
    }
  }

  /** Values in an order. */
  record Items(List<Node> items, Mark mark) implements Node {

    @Override
    public String kind() {
      return "a list";
    }
  }

  /** Values by key. A key occurs once. */
  record Fields(List<Entry> entries, Mark mark) implements Node {

    @Override
    public String kind() {
      return "a map";
    }
  }

  /** A key and its value. */
  record Entry(Scalar key, Node value) {}
}
