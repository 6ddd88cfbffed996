package plastron.plasticity.module;

import plastron.core.check.Require;

/** Something that a {@link RateModule} reads at the end of a window. */
public sealed interface ModuleInput {

  /**
   * The rates of a population in the window, as rules see them; it must spike.
   *
   * @param population its name
   */
  record OfPopulation(String population) implements ModuleInput {
    public OfPopulation {
      Require.given("Population that a module reads", population);
    }
  }

  /**
   * A signal from outside, in that window.
   *
   * @param signal its name
   * @param width how many values it has, at least 1
   */
  record OfSignal(String signal, int width) implements ModuleInput {
    public OfSignal {
      Require.name("Signal that a module reads", signal);
      if (width < 1) {
        throw new IllegalArgumentException(
            "Signal %s that a module reads (%d values) must have at least 1."
                .formatted(signal, width));
      }
    }
  }

  /**
   * What another module gives at the end of the same window.
   *
   * @param module its name
   */
  record OfModule(String module) implements ModuleInput {
    public OfModule {
      Require.given("Module that a module reads", module);
    }
  }

  /** For people. */
  default String label() {
    return switch (this) {
      case OfPopulation(String population) -> "rates of " + population;
      case OfSignal(String signal, int width) -> "signal " + signal;
      case OfModule(String module) -> "module " + module;
    };
  }
}
