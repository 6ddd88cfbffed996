package plastron.core.noise;

import java.util.Arrays;
import java.util.SplittableRandom;
import plastron.core.random.Seeds;

/** A normally distributed number for each neuron and interval. */
public final class GaussianNoise {

  private final long[] key;
  private final double mean;
  private final double deviation;

  /**
   * @param seed of the noise
   * @param from number of the first neuron
   * @param to behind the last
   * @param mean finite
   * @param deviation standard deviation, at least 0
   */
  public GaussianNoise(long seed, int from, int to, double mean, double deviation) {
    this.mean = mean;
    this.deviation = deviation;
    key = new long[to - from];
    Arrays.setAll(key, i -> Seeds.then(seed, from + i));
  }

  /**
   * Draws the numbers of some neurons.
   *
   * @param interval at least 0
   * @param numbers overwritten from {@code begin} to {@code end}
   * @param begin first neuron, counted from the first that has this noise
   * @param end behind the last
   */
  public void draw(long interval, double[] numbers, int begin, int end) {
    for (int i = begin; i < end; i++) {
      numbers[i] =
          mean + deviation * new SplittableRandom(Seeds.then(key[i], interval)).nextGaussian();
    }
  }

  /** Bytes. */
  public long bytes() {
    return 8L * key.length;
  }
}
