package plastron.plasticity.run;

import java.util.Map;
import plastron.core.run.Signal;

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
}
