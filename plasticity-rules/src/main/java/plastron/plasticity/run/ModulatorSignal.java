package plastron.plasticity.run;

/**
 * The modulator from outside, by window: given ahead for some windows, the last value stays. Starts
 * at 0.
 */
final class ModulatorSignal {

  private double[] values = {0};
  private int firstWindow;

  void set(int fromWindow, double... newValues) {
    firstWindow = fromWindow;
    values = newValues.clone();
  }

  float in(int window) {
    return (float) values[Math.min(window - firstWindow, values.length - 1)];
  }
}
