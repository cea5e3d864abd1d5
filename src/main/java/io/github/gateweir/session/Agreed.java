package io.github.gateweir.session;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A value on which the records of a session should agree, such as the user. When they do not, it is
 * the smallest of them, and known to be disputed.
 */
final class Agreed {

  private @Nullable String value;
  private boolean disputed;

  void add(@Nullable String other) {
    if (other == null) {
      return;
    }
    if (value == null) {
      value = other;
    } else if (!value.equals(other)) {
      disputed = true;
      value = value.compareTo(other) < 0 ? value : other;
    }
  }

  void addAll(Agreed other) {
    add(other.value);
    disputed |= other.disputed;
  }

  @Nullable String value() {
    return value;
  }

  boolean disputed() {
    return disputed;
  }

  void write(DataOutputStream out) throws IOException {
    Texts.write(out, value);
    out.writeBoolean(disputed);
  }

  static Agreed read(DataInputStream in) throws IOException {
    Agreed read = new Agreed();
    read.value = Texts.read(in);
    read.disputed = in.readBoolean();
    return read;
  }
}
