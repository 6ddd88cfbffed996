package plastron.tasks.simulate;

import java.util.Locale;

/** Pictures of a simulation. */
enum PlotKind {
  /** Spikes of some neurons in the last second. */
  RASTER,

  /** Rates of populations over time. */
  RATE,

  /** How many neurons have which rate. */
  HISTOGRAM;

  /** As people write it, and as files are called. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
