package plastron.loihi.run;

import static plastron.export.profile.Counter.harmful;
import static plastron.export.profile.Counter.harmless;

import java.util.List;
import plastron.export.profile.Counter;

/** What {@link LoihiCores} counts in every layer. */
public final class LoihiCounters {

  /** All of them. */
  public static final List<Counter> ALL =
      List.of(
          harmful("current_wraps", "a current left its 24 bits"),
          harmful("voltage_clips", "a potential left its 24 bits"),
          harmful("trace_saturations", "a trace was held at 127 that stands for a rate below one"),
          harmless("trace_tops", "a trace was held at 127, where a spike in every step fits"),
          harmful("product_wraps", "a product of the rule left 32 bits and wrapped"),
          harmful("product_saturations", "a product of the rule was held at 16 bits"),
          harmful("accumulator_saturations", "a sum of the rule was held at 16 bits"),
          harmless(
              "accumulator_bounds",
              "a sum of the rule was held at 16 bits, past the rule's own bound on E"),
          harmful("weight_saturations", "a weight or delay variable was held at its range"),
          harmless(
              "weight_bounds", "a weight was held at its range, past the rule's own bound on E"),
          harmful("neuron_saturations", "a register of the neuron program was held at its range"),
          harmful("third_factor_clips", "a third factor was held at the range of a trace"));

  private LoihiCounters() {}
}
