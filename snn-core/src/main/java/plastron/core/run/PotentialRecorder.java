package plastron.core.run;

import java.util.ArrayList;
import java.util.List;

/** Keeps the potentials of a population, of all steps since the episode's start. */
public final class PotentialRecorder implements PopulationListener {

  private final List<float[]> steps = new ArrayList<>();

  @Override
  public void reset() {
    steps.clear();
  }

  @Override
  public void step(int[] spikes, int count, float[] potentials) {
    steps.add(potentials.clone());
  }

  /** What was recorded, {@code [step][neuron]}. */
  public float[][] potentials() {
    return steps.toArray(float[][]::new);
  }
}
