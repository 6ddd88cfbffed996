package plastron.spinnaker.run;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import plastron.spinnaker.emulator.RingBuffers;
import plastron.spinnaker.plasticity.PlasticRows;
import plastron.spinnaker.plasticity.Saturations;
import plastron.spinnaker.program.LoadedLayer;
import plastron.spinnaker.program.SpinnakerProgram;

/**
 * The synapses of a layer at work. Its results do not depend on how many cores it is cut into: what
 * cores share (phi, rates) each computes from the same integers, and everything else belongs to one
 * post neuron. Single owner.
 */
final class LayerCore {

  private static final int DELAY = 1;

  private final LoadedLayer layer;
  private final int[][] fixed;
  private final @Nullable PlasticRows synapses;
  private final boolean learning;

  LayerCore(LoadedLayer layer, boolean learning) {
    this.layer = layer;
    this.learning = learning;
    fixed = layer.weights();
    synapses = layer.learning().map(LayerCore::synapses).orElse(null);
  }

  private static PlasticRows synapses(LoadedLayer.Learning learned) {
    SpinnakerProgram.Plastic program = learned.program();
    return new PlasticRows(
        program.kernel(), program.coefficients(), program.shifts(), learned.numbers());
  }

  void reset() {
    if (synapses != null) {
      synapses.reset();
    }
  }

  /** Rows of the spikes that came in this step; they act in the next. */
  void deliver(int t, int[] arrived, int arrivals, RingBuffers ring) {
    for (int k = 0; k < arrivals; k++) {
      int i = arrived[k];
      ring.addSigned(t, DELAY, synapses == null ? fixed[i] : synapses.effectiveRow(i));
    }
  }

  /** Whether E changes in this run. */
  boolean learns() {
    return learning && synapses != null;
  }

  /** {@code modulating} as in {@link PlasticRows#endInterval}. */
  void endInterval(int[] pre, int[] post, int[] modulating) {
    if (synapses != null) {
      synapses.endInterval(pre, post, modulating);
    }
  }

  /** The plastic part of the delivered weights in the model's units, {@code [nPre][nPost]}. */
  float[][] trace() {
    float[][] trace = new float[layer.inputs()][layer.size()];
    if (learns() && synapses != null) {
      float lsb = (float) layer.weightStep();
      for (int i = 0; i < trace.length; i++) {
        int[] delivered = synapses.effectiveRow(i);
        float[] row = trace[i];
        int[] start = fixed[i];
        for (int j = 0; j < row.length; j++) {
          row[j] = (delivered[j] - start[j]) * lsb;
        }
      }
    }
    return trace;
  }

  /** Adds everything counted so far. */
  void countInto(Map<String, Long> counters) {
    if (synapses != null) {
      Saturations s = synapses.saturations();
      add(counters, "modulators", s.modulators());
      add(counters, "post_factors", s.postFactors());
      add(counters, "predictions", s.predictions());
      add(counters, "errors", s.errors());
      add(counters, "pre_factors", s.preFactors());
      boolean own = layer.learning().orElseThrow().program().ownBounds();
      add(counters, "traces", own ? 0 : s.eligibilities());
      add(counters, "trace_bounds", own ? s.eligibilities() : 0);
      add(counters, "weights", s.weights());
    }
  }

  private void add(Map<String, Long> counters, String name, long value) {
    counters.put(layer.name() + "." + name, value);
  }
}
