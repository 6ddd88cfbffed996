package plastron.plasticity.run;

import java.util.ArrayList;
import java.util.List;
import plastron.core.run.SynapseDynamics;

/**
 * Updates the traces of one projection at the end of every full window, and with them the effective
 * weights.
 */
final class ProjectionPlasticity implements SynapseDynamics {

  private final WindowedRule rule;
  private final boolean recording;
  private final List<float[][]> traces = new ArrayList<>();
  private float[][] rest = new float[0][];

  ProjectionPlasticity(WindowedRule rule, boolean recording) {
    this.rule = rule;
    this.recording = recording;
  }

  @Override
  public void reset(float[][] weights) {
    rule.reset();
    rule.weights(weights);
    if (recording && rest.length == 0) {
      rest = Traces.copy(weights);
    }
    traces.clear();
  }

  @Override
  public boolean endStep(int[] pre, int preCount, int[] post, int postCount, float[][] weights) {
    if (!rule.endStep()) {
      return false;
    }
    rule.weights(weights);
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
