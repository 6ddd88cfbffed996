package plastron.slayer.f64;

import plastron.core.memory.ArrayBytes;
import plastron.slayer.f64.kernel.Arrays64;
import plastron.slayer.sweep.TapePlan;

/**
 * What the backward sweep of one population needs to know about a run of windows. Room is kept from
 * one episode to the next.
 */
final class PopulationTape64 {

  /** Potentials, {@code [step][neuron]}, steps counted from the first window of the run. */
  double[][] potential = new double[0][];

  /** State of the membranes at the start of each window of the run, where it is needed. */
  double[][][] start = new double[0][][];

  private final int windowSteps;
  private final int neurons;
  private final int startStates;

  /**
   * @param windowSteps greatest number of steps of a window
   * @param startStates rows of state that are kept of the start of each window
   */
  PopulationTape64(int windowSteps, int neurons, int startStates) {
    this.windowSteps = windowSteps;
    this.neurons = neurons;
    this.startStates = startStates;
  }

  /** Bytes of a window. */
  static long windowBytes(int windowSteps, int neurons, int startStates) {
    return ArrayBytes.rows(windowSteps + startStates, neurons, Double.BYTES);
  }

  /** Makes room for what a plan keeps. */
  void begin(TapePlan plan) {
    potential = Arrays64.grown(potential, plan.run() * windowSteps, i -> new double[neurons]);
    start = Arrays64.grown(start, plan.run(), w -> new double[startStates][neurons]);
  }
}
