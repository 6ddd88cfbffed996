package plastron.slayer.reference;

import java.util.Arrays;
import java.util.List;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.RateEstimator;

/** The rates of one population. */
final class ReferenceRates {

  private final ReferenceTape tape;
  private final Clock clock;
  private final Var[] trace;

  ReferenceRates(ReferenceTape tape, Clock clock, int n) {
    this.tape = tape;
    this.clock = clock;
    trace = new Var[n];
    Arrays.fill(trace, tape.constant(0));
  }

  /** The rates at the end of a window, from the window's spikes. */
  Var[] rates(List<Var[]> window) {
    Var[] rates = new Var[trace.length];
    for (int i = 0; i < rates.length; i++) {
      int neuron = i;
      Var rate =
          switch (clock.rates()) {
            case RateEstimator.Boxcar boxcar ->
                tape.times(
                    1.0 / window.size(), tape.sum(window.stream().map(s -> s[neuron]).toList()));
            case RateEstimator.ExponentialTrace e -> exponential(e.decay(), window, i);
          };
      rates[i] = tape.times(1 / clock.referenceRate(), rate);
    }
    return rates;
  }

  private Var exponential(double decay, List<Var[]> window, int i) {
    for (Var[] spikes : window) {
      trace[i] = tape.sum(tape.times(decay, trace[i]), tape.times(1 - decay, spikes[i]));
    }
    return trace[i];
  }

  void detach() {
    Arrays.setAll(trace, i -> tape.detached(trace[i]));
  }
}
