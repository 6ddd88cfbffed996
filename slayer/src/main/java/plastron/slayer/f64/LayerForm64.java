package plastron.slayer.f64;

import java.util.ArrayList;
import java.util.List;
import plastron.plasticity.layered.LayeredOutline;
import plastron.plasticity.layered.PlasticLayer;
import plastron.slayer.sweep.SweepOptions;

/**
 * One layer before any array of a sweep is made.
 *
 * @param layer its parameters may be missing
 * @param projections by index of the layer's projections
 * @param window greatest number of steps of a window
 * @param options of the sweep
 */
record LayerForm64(
    PlasticLayer layer, List<ProjectionForm64> projections, int window, SweepOptions options) {

  /** Windows of a model whose weights never change are made of about as many steps as this. */
  private static final int STATIC_STEPS = 128;

  /** The forms of all layers of a model. */
  static List<LayerForm64> of(LayeredOutline model, SweepOptions options) {
    int[] sizes = model.sizes();
    int window = window(model, options);
    List<LayerForm64> forms = new ArrayList<>();
    for (int l = 0; l < model.layers().size(); l++) {
      PlasticLayer layer = model.layers().get(l);
      List<ProjectionForm64> projections = new ArrayList<>();
      for (int p = 0; p < layer.projections().size(); p++) {
        projections.add(
            ProjectionForm64.of(
                layer.projections().get(p), PlasticLayer.sender(l, p), l + 1, sizes, options));
      }
      forms.add(new LayerForm64(layer, projections, window, options));
    }
    return forms;
  }

  /**
   * Steps of a window: those between two updates, or, as it makes no difference then, more of them
   * at a time where no weight ever changes.
   */
  static int window(LayeredOutline model, SweepOptions options) {
    boolean plastic = model.layers().stream().anyMatch(PlasticLayer::isPlastic);
    int interval = model.updateInterval();
    return plastic || options.truncateWindows() < Integer.MAX_VALUE
        ? interval
        : Math.max(1, STATIC_STEPS / interval) * interval;
  }

  /** Number of neurons. */
  int neurons() {
    return layer.size();
  }

  /** The kind of its neurons, for so many of them. */
  Membrane64 membrane(int count) {
    return Membrane64.of(layer.neuron(), count, options);
  }
}
