package plastron.plasticity.run;

import java.util.ArrayList;
import java.util.List;
import plastron.core.run.SynapseDynamics;

/**
 * Updates the traces of one projection at the end of every full window, and with them the effective
 * weights.
 */
final class ProjectionPlasticity implements SynapseDynamics {

  private final ProjectionFrame frame;
  private final int interval;
  private final ModulatorSignal modulator;
  private final boolean recording;
  private final List<float[][]> traces = new ArrayList<>();
  private float[][] rest = new float[0][];
  private int stepOfWindow;
  private int windows;

  ProjectionPlasticity(
      ProjectionFrame frame, int interval, ModulatorSignal modulator, boolean recording) {
    this.frame = frame;
    this.interval = interval;
    this.modulator = modulator;
    this.recording = recording;
  }

  @Override
  public void reset(float[][] weights) {
    frame.reset();
    frame.weights(weights);
    if (recording && rest.length == 0) {
      rest = Traces.copy(weights);
    }
    traces.clear();
    stepOfWindow = 0;
    windows = 0;
  }

  @Override
  public boolean endStep(int[] pre, int preCount, int[] post, int postCount, float[][] weights) {
    stepOfWindow++;
    if (stepOfWindow < interval) {
      return false;
    }
    stepOfWindow = 0;
    frame.setExternal(modulator.in(windows));
    windows++;
    frame.update();
    frame.weights(weights);
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
