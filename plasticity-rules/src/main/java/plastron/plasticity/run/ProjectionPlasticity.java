package plastron.plasticity.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plastron.core.run.SynapseDynamics;

/**
 * Updates the traces of one projection at the end of every full window, and those of the synapses
 * of single spikes as they come, and with them the effective weights.
 */
final class ProjectionPlasticity implements SynapseDynamics {

  private final WindowedRule rule;
  private final Optional<SpikesAtSynapses> spikes;
  private final boolean recording;
  private final List<float[][]> traces = new ArrayList<>();
  private float[][] rest = new float[0][];

  /**
   * @param spikes what single spikes do, if they do anything
   */
  ProjectionPlasticity(WindowedRule rule, Optional<SpikesAtSynapses> spikes, boolean recording) {
    this.rule = rule;
    this.spikes = spikes;
    this.recording = recording;
  }

  @Override
  public void reset(float[][] weights) {
    rule.reset();
    spikes.ifPresent(SpikesAtSynapses::reset);
    rule.weights(weights);
    if (recording && rest.length == 0) {
      rest = Traces.copy(weights);
    }
    traces.clear();
  }

  @Override
  public boolean endStep(int[] pre, int preCount, int[] post, int postCount, float[][] weights) {
    boolean changed =
        spikes.isPresent() && spikes.get().endStep(pre, preCount, post, postCount, weights);
    if (!rule.endStep()) {
      return changed;
    }
    if (rule.updates()) {
      rule.weights(weights);
    }
    if (recording) {
      traces.add(Traces.minus(weights, rest));
    }
    return true;
  }

  /**
   * The plastic parts of the weights after every window since the last call, which are forgotten
   * here.
   */
  List<float[][]> takeTraces() {
    List<float[][]> taken = List.copyOf(traces);
    traces.clear();
    return taken;
  }
}
