package plastron.plasticity.run;

/**
 * The modulator from outside, by window: given ahead for some windows, 0 in all others, as in
 * training.
 */
final class ModulatorSignal {

  private double[] values = {0};
  private int firstWindow;

  void set(int fromWindow, double... newValues) {
    firstWindow = fromWindow;
    values = newValues.clone();
  }

  float in(int window) {
    int ahead = window - firstWindow;
    return ahead < values.length ? (float) values[ahead] : 0;
  }
}
