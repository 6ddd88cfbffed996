package plastron.core.encode;

import java.util.Arrays;
import plastron.core.spikes.SpikeRaster;

/** Population vector: the mean of the neurons' preferred directions, weighted by their spikes. */
public final class PopulationVector {

  private final double[][] directions;

  /**
   * A decoder.
   *
   * @param directions by neuron, the direction it prefers; all of the same length; copied
   */
  public PopulationVector(double[][] directions) {
    this.directions = Arrays.stream(directions).map(double[]::clone).toArray(double[][]::new);
    if (directions.length == 0
        || Arrays.stream(directions).anyMatch(d -> d.length != directions[0].length)) {
      throw new IllegalArgumentException(
          "Preferred directions (%d) must be at least one, all of the same length."
              .formatted(directions.length));
    }
  }

  /** Unit vectors in the plane at angles {@code 2 pi i / n}. */
  public static PopulationVector circle(int neurons) {
    double[][] directions = new double[neurons][];
    for (int i = 0; i < neurons; i++) {
      double angle = 2 * Math.PI * i / neurons;
      directions[i] = new double[] {Math.cos(angle), Math.sin(angle)};
    }
    return new PopulationVector(directions);
  }

  /**
   * The population vector of steps {@code from} (inclusive) to {@code to} (exclusive), per spike;
   * the zero vector if there was none.
   */
  public double[] decode(SpikeRaster raster, int from, int to) {
    if (raster.neurons() != directions.length) {
      throw new IllegalArgumentException(
          "Raster (%d neurons) must have one neuron per preferred direction (%d)."
              .formatted(raster.neurons(), directions.length));
    }
    double[] rates = RateDecoder.rates(raster, from, to);
    double[] sum = new double[directions[0].length];
    double total = Arrays.stream(rates).sum();
    for (int i = 0; i < rates.length; i++) {
      for (int d = 0; d < sum.length; d++) {
        sum[d] += total == 0 ? 0 : rates[i] / total * directions[i][d];
      }
    }
    return sum;
  }
}
