package plastron.core.statistics;

import java.util.Arrays;
import plastron.core.state.StateVisitor;

/**
 * How the spikes of neurons of a population go together: the mean over pairs of neurons of
 * Pearson's correlation of their numbers of spikes in bins. Of large populations some neurons,
 * evenly spread, stand for all.
 */
public final class PairCorrelation {

  /** Neurons that are looked at, at most. */
  public static final int MOST = 100;

  private final int neurons;
  private final long from;
  private final long bins;
  private final long binSteps;

  /** Place of a neuron among those that are looked at, or -1. */
  private final int[] place;

  private final double[] sum;
  private final double[][] products;
  private final int[] inBin;
  private final int[] active;
  private int actives;
  private long bin;

  /**
   * @param neurons of the population
   * @param from counts spikes behind this step
   * @param to counts spikes up to this step, whole bins only
   * @param binSteps steps of a bin, at least 1
   */
  public PairCorrelation(int neurons, long from, long to, long binSteps) {
    this.neurons = Math.min(neurons, MOST);
    this.from = from;
    this.binSteps = binSteps;
    bins = (to - from) / binSteps;
    place = new int[neurons];
    Arrays.fill(place, -1);
    for (int k = 0; k < this.neurons; k++) {
      place[(int) ((long) k * neurons / this.neurons)] = k;
    }
    sum = new double[this.neurons];
    products = new double[this.neurons][this.neurons];
    inBin = new int[this.neurons];
    active = new int[this.neurons];
  }

  /** Takes in a spike; steps in ascending order. */
  public void add(long step, int neuron) {
    long its = Math.floorDiv(step - from - 1, binSteps);
    int k = place[neuron];
    if (k < 0 || its < 0 || its >= bins) {
      return;
    }
    if (its != bin) {
      close();
      bin = its;
    }
    if (inBin[k]++ == 0) {
      active[actives++] = k;
    }
  }

  private void close() {
    for (int a = 0; a < actives; a++) {
      int i = active[a];
      sum[i] += inBin[i];
      for (int b = 0; b < actives; b++) {
        products[i][active[b]] += (double) inBin[i] * inBin[active[b]];
      }
    }
    for (int a = 0; a < actives; a++) {
      inBin[active[a]] = 0;
    }
    actives = 0;
  }

  /** Shows what was taken in. */
  public void state(StateVisitor visitor) {
    visitor.doubles(sum);
    for (double[] row : products) {
      visitor.doubles(row);
    }
    visitor.ints(inBin);
    visitor.ints(active);
    actives = (int) visitor.number(actives);
    bin = visitor.number(bin);
  }

  /** The mean over all pairs of neurons whose numbers vary; NaN if there are none. */
  public double mean() {
    close();
    double total = 0;
    long pairs = 0;
    for (int i = 0; i < neurons; i++) {
      for (int j = 0; j < i; j++) {
        double variances = covariance(i, i) * covariance(j, j);
        if (variances > 0) {
          total += covariance(i, j) / Math.sqrt(variances);
          pairs++;
        }
      }
    }
    return pairs == 0 ? Double.NaN : total / pairs;
  }

  private double covariance(int i, int j) {
    return products[i][j] / bins - sum[i] / bins * (sum[j] / bins);
  }
}
