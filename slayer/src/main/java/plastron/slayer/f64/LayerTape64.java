package plastron.slayer.f64;

import plastron.core.memory.ArrayBytes;
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

  /** Bytes of a window without its rule states. */
  static long windowBytes(LayerForm64 form) {
    return ArrayBytes.rows(form.window(), form.neurons(), Double.BYTES)
        + form.projections().stream().mapToLong(ProjectionTape64::windowBytes).sum();
  }

  /** Bytes of the rule states of a window. */
  static long stateBytes(LayerForm64 form) {
    return form.projections().stream().mapToLong(ProjectionTape64::stateBytes).sum();
  }

  /** Makes room for what a plan keeps. */
  void begin(TapePlan plan) {
    potential = Arrays64.grown(potential, plan.run() * windowSteps, i -> new double[neurons]);
    for (ProjectionTape64 projection : projections) {
      projection.begin(plan);
    }
  }
}
