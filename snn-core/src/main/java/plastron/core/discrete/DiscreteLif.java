package plastron.core.discrete;

import plastron.core.cell.Cells;
import plastron.core.cell.NeuronModel;
import plastron.core.check.Require;
import plastron.core.network.Neuron;
import plastron.core.network.Values;

/**
 * {@link Neuron.Lif} in a circuit, with the filter of its synapses: {@code v(t) = decay v(t-1) +
 * i(t) + bias}, a spike where {@code v >= theta}, a reset before the next step. Potentials and
 * weights have no unit.
 *
 * @param theta threshold, above 0; infinite for neurons that never spike
 * @param decay factor per step on the potential, in [0, 1]
 * @param bias constant current
 * @param reset what a spike does to the potential
 * @param refractorySteps for how many steps after that of a spike the potential is held at 0
 * @param filter of the current, whose factor a per step is {@code current}
 * @param current in [0, 1]; 0 for spikes that act in the step of their arrival alone
 * @param lag steps that the neurons wait before their first one, at least 0
 */
public record DiscreteLif(
    Values theta,
    Values decay,
    Values bias,
    Neuron.Reset reset,
    int refractorySteps,
    SynapticFilter filter,
    Values current,
    int lag)
    implements NeuronModel {

  public DiscreteLif {
    Require.given("Threshold", theta).require("Threshold", v -> v > 0, "a number above 0");
    requireShare("Potential decay", decay);
    Require.given("Bias", bias).require("Bias", Double::isFinite, "a finite number");
    Require.given("Reset", reset);
    Require.given("Synaptic filter", filter);
    requireShare("Current decay", current);
    if (refractorySteps < 0 || lag < 0) {
      throw new IllegalArgumentException(
          "Refractory steps (%d) and lag (%d) must be at least 0.".formatted(refractorySteps, lag));
    }
  }

  private static void requireShare(String subject, Values values) {
    Require.given(subject, values).require(subject, v -> v >= 0 && v <= 1, "in [0, 1]");
  }

  @Override
  public String label() {
    return "discrete_lif";
  }

  @Override
  public boolean fits(int neurons) {
    return theta.fits(neurons)
        && decay.fits(neurons)
        && bias.fits(neurons)
        && current.fits(neurons);
  }

  @Override
  public int channels() {
    return 1;
  }

  @Override
  public Cells cells(int from, int to, double dtMs) {
    return new DiscreteCells(this, from, to);
  }
}
