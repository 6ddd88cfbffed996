package plastron.loihi.profile;

import java.util.List;
import plastron.core.run.Recording;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;

/**
 * How far two runs of the same inputs differ.
 *
 * @param traceError root mean square difference of alpha.E over the largest alpha.E of the first,
 *     the worst layer
 * @param correlation of alpha.E, the worst layer
 * @param spikeRatio spikes of the second over spikes of the first
 * @param sameSpikes share of (neuron, step) pairs in which both or neither spiked
 */
record Agreement(double traceError, double correlation, double spikeRatio, double sameSpikes) {

  static Agreement of(Runner reference, Runner tested, List<SpikeRaster> inputs) {
    double[][] sums = new double[0][0];
    long same = 0;
    long all = 0;
    long[] spikes = new long[2];
    for (SpikeRaster input : inputs) {
      reference.reset();
      tested.reset();
      Recording a = reference.run(input);
      Recording b = tested.run(input);
      if (sums.length == 0) {
        sums = new double[a.spikes().size() - 1][6];
      }
      for (int w = 0; w < a.traces().size(); w++) {
        for (int l = 0; l < sums.length; l++) {
          add(sums[l], a.traces().get(w).get(l), b.traces().get(w).get(l));
        }
      }
      for (int p = 1; p < a.spikes().size(); p++) {
        SpikeRaster x = a.spikes().get(p);
        SpikeRaster y = b.spikes().get(p);
        for (int t = 0; t < x.steps(); t++) {
          for (int i = 0; i < x.neurons(); i++) {
            spikes[0] += x.get(t, i) ? 1 : 0;
            spikes[1] += y.get(t, i) ? 1 : 0;
            same += x.get(t, i) == y.get(t, i) ? 1 : 0;
            all++;
          }
        }
      }
    }
    double error = 0;
    double correlation = 1;
    for (double[] s : sums) {
      error = Math.max(error, Math.sqrt(s[0] / s[1]) / s[2]);
      correlation = Math.min(correlation, s[3] / Math.sqrt(s[4] * s[5]));
    }
    return new Agreement(error, correlation, (double) spikes[1] / spikes[0], (double) same / all);
  }

  private static void add(double[] s, float[][] a, float[][] b) {
    for (int j = 0; j < a.length; j++) {
      for (int i = 0; i < a[j].length; i++) {
        double d = a[j][i] - b[j][i];
        s[0] += d * d;
        s[1]++;
        s[2] = Math.max(s[2], Math.abs(a[j][i]));
        s[3] += (double) a[j][i] * b[j][i];
        s[4] += (double) a[j][i] * a[j][i];
        s[5] += (double) b[j][i] * b[j][i];
      }
    }
  }
}
