package io.github.gateweir.ecs;

import io.github.gateweir.gateway.DeadLetter;
import io.github.gateweir.gateway.IgnoreReason;
import org.jspecify.annotations.Nullable;

/** What became of one line: exactly one of an event, a dead letter, a reason to ignore it. */
public record Mapped(
    @Nullable EcsEvent event, @Nullable DeadLetter deadLetter, @Nullable IgnoreReason ignored) {

  static Mapped to(EcsEvent event) {
    return new Mapped(event, null, null);
  }

  static Mapped to(DeadLetter deadLetter) {
    return new Mapped(null, deadLetter, null);
  }

  static Mapped ignored(IgnoreReason reason) {
    return new Mapped(null, null, reason);
  }
}
