package io.github.gateweir.sigma.rule;

import org.jspecify.annotations.Nullable;

/** What events there are: which log sources admit them, and which fields they can have. */
public interface Environment {

  /** Any events whatever: every log source admits them, and no field name is looked up. */
  Environment ANY_EVENT =
      new Environment() {

        @Override
        public Admission admission(LogSource logSource) {
          return Admission.admitted("");
        }

        @Override
        public String field(String name, LogSource logSource) {
          return name;
        }
      };

  /** Whether rules for a log source run on these events. */
  Admission admission(LogSource logSource);

  /**
   * The event's field that a rule means; null when events cannot have it.
   *
   * @param name as the rule names it
   * @param logSource the rule's, which {@link #admission} admits
   */
  @Nullable String field(String name, LogSource logSource);
}
