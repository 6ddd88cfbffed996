package plastron.slayer.f64;

import plastron.slayer.sweep.TapePlan;

/**
 * What the backward sweep of one layer needs to know about a run of windows. Room is kept from one
 * episode to the next.
 */
final class LayerTape64 {

  /** Potentials, {@code [step][post]}, steps counted from the first window of the run. */
  double[][] potential = new double[0][];

  /** By index of the layer's projections. */
  final ProjectionTape64[] projections;

  private final int windowSteps;
  private final int neurons;

  LayerTape64(int windowSteps, int neurons, ProjectionTape64[] projections) {
    this.windowSteps = windowSteps;
    this.neurons = neurons;
    this.projections = projections;
  }

  /** Makes room for what a plan keeps. */
  void begin(TapePlan plan) {
    potential = Arrays64.grown(potential, plan.run() * windowSteps, i -> new double[neurons]);
    for (ProjectionTape64 projection : projections) {
      projection.begin(plan);
    }
  }
}
