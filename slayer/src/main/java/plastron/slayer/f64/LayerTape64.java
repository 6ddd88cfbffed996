package plastron.slayer.f64;

/**
 * What the backward sweep of one layer needs to know about a run of windows.
 *
 * @param potential {@code [step][post]}, steps counted from the first window on the tape
 * @param projections by index of the layer's projections
 */
record LayerTape64(double[][] potential, ProjectionTape64[] projections) {

  /** How many windows there is room for. */
  int windows() {
    return projections[0].windows();
  }
}
