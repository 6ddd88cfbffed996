package plastron.core.discrete;

import java.util.function.IntToDoubleFunction;
import plastron.core.cell.Cells;
import plastron.core.lanes.Arriving;
import plastron.core.lanes.CellParameter;
import plastron.core.network.Neuron;
import plastron.core.state.StateVisitor;

/** The state of {@link DiscreteLif} neurons. */
final class DiscreteCells implements Cells {

  private final int neurons;
  private final CellParameter theta;
  private final CellParameter decay;
  private final CellParameter bias;
  private final CellParameter fade;
  private final boolean isHard;
  private final boolean isSecondOrder;
  private final int refractorySteps;
  private final int lag;

  /** With the potential that crossed the threshold, where it did in the last step. */
  private final double[] v;

  private final double[] current;
  private final double[] arrived;
  private final double[] injected;
  private final int[] hold;

  DiscreteCells(DiscreteLif model, int from, int to) {
    neurons = to - from;
    theta = parameter(i -> model.theta().at(from + i));
    decay = parameter(i -> model.decay().at(from + i));
    bias = parameter(i -> model.bias().at(from + i));
    fade = parameter(i -> model.current().at(from + i));
    isHard = model.reset() == Neuron.Reset.HARD;
    isSecondOrder = model.filter() == SynapticFilter.SECOND_ORDER;
    refractorySteps = model.refractorySteps();
    lag = model.lag();
    v = new double[neurons];
    current = new double[neurons];
    arrived = new double[isSecondOrder ? neurons : 0];
    injected = new double[neurons];
    hold = new int[neurons];
  }

  private CellParameter parameter(IntToDoubleFunction of) {
    return CellParameter.of(neurons, of);
  }

  @Override
  public int step(long step, Arriving[] arriving, int from, int to, int[] spiking) {
    if (step <= lag) {
      return 0;
    }
    int spikes = 0;
    for (int i = from; i < to; i++) {
      reset(i);
      filter(i, arriving[0].of(i));
      v[i] = decay.at(i) * v[i] + current[i] + (bias.at(i) + injected[i]);
      if (hold[i] > 0) {
        hold[i]--;
        v[i] = 0;
      }
      if (v[i] >= theta.at(i)) {
        spiking[spikes++] = i;
      }
    }
    return spikes;
  }

  private void reset(int i) {
    if (v[i] >= theta.at(i)) {
      v[i] = isHard ? 0 : v[i] - theta.at(i);
      hold[i] = refractorySteps;
    }
  }

  private void filter(int i, double arriving) {
    if (isSecondOrder) {
      current[i] = fade.at(i) * (current[i] + arrived[i]);
      arrived[i] = fade.at(i) * arrived[i] + arriving;
    } else {
      current[i] = fade.at(i) * current[i] + arriving;
    }
  }

  @Override
  public void inject(double[] currentPa, int from, int to) {
    System.arraycopy(currentPa, from, injected, from, to - from);
  }

  @Override
  public double potentialMv(int neuron) {
    return v[neuron];
  }

  @Override
  public void state(StateVisitor visitor) {
    visitor.doubles(v);
    visitor.doubles(current);
    visitor.doubles(arrived);
    visitor.ints(hold);
  }

  @Override
  public long bytes() {
    return 8L * (v.length + current.length + arrived.length + injected.length)
        + 4L * hold.length
        + theta.bytes()
        + decay.bytes()
        + bias.bytes()
        + fade.bytes();
  }
}
