package plastron.loihi.conformance;

import plastron.export.conformance.VectorReader;

/** The recorded run of one LIF population: {@code [step][neuron]}, and spike lists per step. */
@SuppressWarnings("ArrayRecordComponent") // a private carrier that is never compared
record Expected(String place, int[][] u, int[][] v, int[][] spikes) {

  static Expected read(VectorReader one, String place, int steps, int neurons) {
    return new Expected(
        place,
        one.intMatrix("u", steps, neurons, Fields.ANY_MIN, Fields.ANY_MAX),
        one.intMatrix("v", steps, neurons, Fields.ANY_MIN, Fields.ANY_MAX),
        Fields.spikeLists(one, "spikes", steps, neurons));
  }

  String at(String quantity, int step, int neuron) {
    return "%s, %s at step %d, neuron %d".formatted(place, quantity, step, neuron);
  }
}
