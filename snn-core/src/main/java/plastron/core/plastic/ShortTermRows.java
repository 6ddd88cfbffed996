package plastron.core.plastic;

import java.util.Arrays;
import plastron.core.circuit.ShortTerm;
import plastron.core.rows.Arrivals;
import plastron.core.rows.DecayTable;
import plastron.core.rows.IncomingSynapses;
import plastron.core.rows.Stretches;
import plastron.core.state.StateVisitor;

/**
 * Synapses with {@link ShortTerm} plasticity. They all have the same parameters, so that
 * utilisation and resources belong to the pre neuron, and a synapse has no more memory than a
 * static one: its post neuron and, if weights differ, the number of its weight.
 */
final class ShortTermRows implements IncomingSynapses {

  private final double utilisation;
  private final int[] stretch;
  private final int[] begin;
  private final int[] delay;
  private final char[] target;
  private final char[] code;
  private final double[] levels;
  private final int channel;
  private final Arrivals arrivals;
  private final DecayTable recovery;
  private final DecayTable facilitation;
  private final double[] used;
  private final double[] resources;
  private final int[] last;

  ShortTermRows(ShortTerm shortTerm, double dtMs, Stretches rows, Arrivals arrivals) {
    this.arrivals = arrivals;
    utilisation = shortTerm.utilisation();
    stretch = rows.stretch();
    begin = rows.begin();
    delay = rows.delay();
    target = rows.target();
    levels = rows.levels();
    code = levels.length == 1 ? new char[0] : rows.code();
    channel = rows.channel();
    recovery = new DecayTable(shortTerm.tauRecoveryMs(), dtMs);
    facilitation = new DecayTable(shortTerm.tauFacilitationMs(), dtMs);
    int pre = stretch.length - 1;
    used = new double[pre];
    resources = new double[pre];
    last = new int[pre];
    Arrays.fill(used, utilisation);
    Arrays.fill(resources, 1);
  }

  @Override
  public void deliver(long step, int[] spikes, int from, int to) {
    for (int s = from; s < to; s++) {
      int j = spikes[s];
      if (stretch[j] < stretch[j + 1]) {
        double released = released(j, (int) step);
        for (int r = stretch[j]; r < stretch[j + 1]; r++) {
          add(released, arrivals.begin(step + delay[r], channel), begin[r], begin[r + 1]);
        }
      }
    }
  }

  /** The share of its weights that a spike of a pre neuron releases. */
  private double released(int j, int step) {
    if (last[j] > 0) {
      double u = used[j];
      double x = resources[j];
      int since = step - last[j];
      resources[j] = 1 + (x - x * u - 1) * recovery.at(since);
      used[j] = utilisation + u * (1 - utilisation) * facilitation.at(since);
    }
    last[j] = step;
    return used[j] * resources[j];
  }

  private void add(double released, int at, int from, int to) {
    double[] sums = arrivals.sums();
    char[] target = this.target;
    if (code.length == 0) {
      double w = levels[0] * released;
      for (int k = from; k < to; k++) {
        sums[at + target[k]] += w;
      }
    } else {
      for (int k = from; k < to; k++) {
        sums[at + target[k]] += levels[code[k]] * released;
      }
    }
  }

  @Override
  public void state(StateVisitor visitor) {
    visitor.doubles(used);
    visitor.doubles(resources);
    visitor.ints(last);
  }

  @Override
  public int degree(int pre) {
    return begin[stretch[pre + 1]] - begin[stretch[pre]];
  }

  @Override
  public long size() {
    return target.length;
  }

  @Override
  public long bytes() {
    return 4L * (stretch.length + begin.length + delay.length + last.length)
        + 8L * (used.length + resources.length + levels.length)
        + 2L * (target.length + code.length);
  }
}
