package plastron.loihi.learning;

import java.util.Arrays;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.emulator.SpikeList;

/**
 * Plastic synapses between two populations (lava, LearningDense). In every step: {@link #deliver},
 * run the post neurons, {@link #receive} with the spikes of both sides. A current uses the weights
 * before the learning of the step in which its spikes arrived.
 */
public final class PlasticDense {

  private final LearningEngine engine;
  private final int exponent;
  private final LoihiArithmetic arithmetic;
  private final int[] sums;

  /**
   * Synapses before the first step.
   *
   * @param engine owned by these synapses from now on
   * @param post size of the post population
   * @param exponent the weight exponent, -8..7
   */
  public PlasticDense(LearningEngine engine, int post, int exponent) {
    if (exponent < -8 || exponent > 7) {
      throw new IllegalArgumentException(
          "The weight exponent (%d) should be in [-8, 7].".formatted(exponent));
    }
    this.engine = engine;
    this.exponent = exponent;
    this.arithmetic = engine.arithmetic();
    sums = new int[post];
  }

  /**
   * Adds what is due in this step to the input of the post neurons.
   *
   * @param activation one entry a post neuron, modified
   */
  public void deliver(int[] activation) {
    for (int i = 0; i < sums.length; i++) {
      activation[i] += arithmetic.sum(sums[i], exponent);
      sums[i] = 0;
    }
  }

  /**
   * Takes in the spikes of this step and learns; not for three-factor rules.
   *
   * @param preSpikes of the pre population, not modified
   * @param postSpikes of the post population in the same step, not modified
   */
  public void receive(SpikeList preSpikes, SpikeList postSpikes) {
    sum(preSpikes);
    engine.spikes(preSpikes, postSpikes);
    engine.learn();
  }

  /**
   * As {@link #receive(SpikeList, SpikeList)} with the third factors of this step, see {@link
   * LearningEngine#write}.
   */
  public void receive(SpikeList preSpikes, SpikeList postSpikes, int[] y1, int[] y2, int[] y3) {
    sum(preSpikes);
    engine.spikes(preSpikes, postSpikes);
    engine.write(y1, y2, y3);
    engine.learn();
  }

  /** Forgets the input on its way and resets the engine. */
  public void reset() {
    Arrays.fill(sums, 0);
    engine.reset();
  }

  /** The engine, for reading its state and counts. */
  public LearningEngine engine() {
    return engine;
  }

  private void sum(SpikeList spikes) {
    for (int k = 0; k < spikes.size(); k++) {
      arithmetic.add(engine.weightRow(spikes.get(k)), exponent, sums);
    }
  }
}
