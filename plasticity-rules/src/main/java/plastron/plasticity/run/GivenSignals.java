package plastron.plasticity.run;

import java.util.Map;
import plastron.core.run.Signal;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RuleSite;

/** The signals of the present run; what is not given is 0. */
final class GivenSignals {

  private Map<String, Signal> signals = Map.of();
  private int firstWindow;

  /** Takes new ones, whose first value is that of a window counted from the episode's start. */
  void give(int fromWindow, Map<String, Signal> newSignals) {
    firstWindow = fromWindow;
    signals = newSignals;
  }

  /** Fills in the values of a window counted from the episode's start. */
  void read(String name, int window, float[] out) {
    Signal signal = signals.get(name);
    for (int i = 0; i < out.length; i++) {
      out[i] = signal == null ? 0 : (float) signal.at(window - firstWindow, i);
    }
  }

  /**
   * Throws {@link IllegalArgumentException} if the rules of a model read no signal of some name, or
   * one with another number of values.
   */
  static void check(PlasticModel model, Map<String, Signal> signals) {
    if (signals.isEmpty()) {
      return;
    }
    PlasticGraph graph = model.graph();
    for (String name : signals.keySet()) {
      if (!graph.signals().containsKey(name)) {
        throw new IllegalArgumentException(
            "Signal (%s) is not one that model %s reads, %s."
                .formatted(name, model.name(), graph.signals().keySet()));
      }
    }
    for (RuleSite site : graph.sites()) {
      for (Symbol external : site.rule().symbols(Role.EXTERNAL)) {
        Signal signal = signals.get(site.sources().get(external.name()));
        int width = external.axis() == Axis.POST ? graph.population(site.to()).size() : 1;
        if (signal != null && signal.width() != 1 && signal.width() != width) {
          throw new IllegalArgumentException(
              "Signal %s (%d values in a window) must have %s, as %s reads it."
                  .formatted(
                      site.sources().get(external.name()),
                      signal.width(),
                      width == 1 ? "1" : "1 or " + width,
                      site.name()));
        }
      }
    }
  }
}
