package io.github.gateweir.config;

import io.github.gateweir.ecs.Profile;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** The keys of the mapping to ECS. */
public final class MappingOptions {

  public static final ConfigOption<Profile> PROFILE =
      ConfigOptions.key("gateweir.profile")
          .enumType(Profile.class)
          .defaultValue(Profile.EXTENDED)
          .withDescription(
              "How the ECS documents look: extended has every field of the record,"
                  + " sekoia is what Sekoia's reference mapping makes of it.");

  static final List<Key<?>> KEYS = List.of(new Key<>(PROFILE, Domain.oneOf(Profile.class)));

  private MappingOptions() {}
}
