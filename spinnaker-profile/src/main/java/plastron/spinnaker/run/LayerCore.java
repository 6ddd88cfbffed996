package plastron.spinnaker.run;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plastron.export.image.ImageLayer;
import plastron.spinnaker.emulator.LifPopulation;
import plastron.spinnaker.emulator.RingBuffers;
import plastron.spinnaker.plasticity.PlasticLayer;
import plastron.spinnaker.plasticity.Saturations;

/**
 * A layer at work. Its results do not depend on how many cores it is cut into: what cores share
 * (phi, rates) each computes from the same integers, and everything else belongs to one post
 * neuron. Single owner.
 */
final class LayerCore {

  private static final int DELAY = 1;

  private final ImageLayer image;
  private final LifPopulation neurons;
  private final RingBuffers ring;
  private final int[][] fixed;
  private final @Nullable PlasticLayer synapses;
  private final boolean learning;
  private final int[] excitatory;
  private final int[] inhibitory;
  final int[] spikes;
  int count;

  LayerCore(ImageLayer image, boolean learning) {
    this.image = image;
    this.learning = learning;
    int shift = image.integer32("ring_shift");
    neurons =
        new LifPopulation(
            Collections.nCopies(image.size(), LayerImage.neuron(image)), shift, shift);
    ring = new RingBuffers(image.size(), 2, 1);
    fixed = LayerImage.weights(image);
    Optional<PlasticLayer> plastic = LayerImage.plastic(image);
    synapses = plastic.orElse(null);
    excitatory = new int[image.size()];
    inhibitory = new int[image.size()];
    spikes = new int[image.size()];
  }

  void reset() {
    neurons.reset();
    ring.clear();
    count = 0;
    if (synapses != null) {
      synapses.reset();
    }
  }

  /** Neurons of one step. */
  void step(int t) {
    ring.take(t, RingBuffers.EXCITATORY, excitatory);
    ring.take(t, RingBuffers.INHIBITORY, inhibitory);
    neurons.receive(excitatory, inhibitory);
    count = neurons.update(spikes);
  }

  /** Rows of the spikes that came in this step; they act in the next. */
  void deliver(int t, int[] arrived, int arrivals) {
    for (int k = 0; k < arrivals; k++) {
      int i = arrived[k];
      ring.addSigned(t, DELAY, synapses == null ? fixed[i] : synapses.effectiveRow(i));
    }
  }

  /** Whether E changes in this run. */
  boolean learns() {
    return learning && synapses != null;
  }

  void endInterval(int[] pre, int[] post, int[] modulating) {
    if (synapses != null) {
      synapses.endInterval(pre, post, modulating);
    }
  }

  /** The plastic part of the delivered weights in the model's units, {@code [nPre][nPost]}. */
  float[][] trace() {
    float[][] trace = new float[image.inputs()][image.size()];
    if (learns() && synapses != null) {
      float lsb = (float) image.real("weight_lsb");
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
    add(counters, "ring", ring.saturations());
    add(counters, "current_wraps", neurons.currentWraps());
    add(counters, "drive_wraps", neurons.driveWraps());
    add(counters, "voltage_wraps", neurons.voltageWraps());
    if (synapses != null) {
      Saturations s = synapses.saturations();
      add(counters, "modulators", s.modulators());
      add(counters, "post_factors", s.postFactors());
      add(counters, "predictions", s.predictions());
      add(counters, "errors", s.errors());
      add(counters, "pre_factors", s.preFactors());
      // Images of older builds do not say whose limit it is; it does not count as the rule's own.
      boolean own = image.integers().getOrDefault("e_limit_own", 0L) != 0;
      add(counters, "traces", own ? 0 : s.eligibilities());
      add(counters, "trace_bounds", own ? s.eligibilities() : 0);
      add(counters, "weights", s.weights());
    }
  }

  private void add(Map<String, Long> counters, String name, long value) {
    counters.put(image.name() + "." + name, value);
  }
}
