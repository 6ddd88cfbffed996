package plastron.plasticity.model;

import java.util.Locale;
import java.util.Map;
import plastron.plasticity.rule.LinearDrive;

/**
 * A drive of a {@link ModelBuilder}. Unless it is told otherwise its name is that of the population
 * and of what is driven, as {@code hidden-bias}, and its rule is {@link LinearDrive} with the
 * matrix {@code B}, which needs a source for its rates {@link LinearDrive#RATES}.
 */
public final class DriveBuilder extends SiteBuilder<DriveBuilder> {

  private final String to;
  private final Drive.Target target;

  DriveBuilder(String to, Drive.Target target) {
    super(to + "-" + target.name().toLowerCase(Locale.ROOT), LinearDrive.of("B"));
    this.to = to;
    this.target = target;
  }

  @Override
  DriveBuilder self() {
    return this;
  }

  /** The drive without parameters. */
  Drive outline() {
    return new Drive(name, to, target, rule, sources(), Map.of());
  }
}
