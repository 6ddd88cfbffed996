package plastron.core.neuron;

import plastron.core.network.Values;

/** The numbers of neurons as the simulator holds them. */
final class Floats {

  private Floats() {}

  static float[] of(Values values, int n) {
    float[] floats = new float[n];
    for (int i = 0; i < n; i++) {
      floats[i] = (float) values.at(i);
    }
    return floats;
  }
}
