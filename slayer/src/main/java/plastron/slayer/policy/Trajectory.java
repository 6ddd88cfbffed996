package plastron.slayer.policy;

import java.util.List;
import plastron.core.check.Require;
import plastron.core.environment.Environment;
import plastron.core.run.Input;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.objective.Episode;

/**
 * What became of a network that acted in an environment until the episode was over.
 *
 * @param input all that the network was given
 * @param acts what it did, in order, at least one
 */
public record Trajectory(Input input, List<Act> acts) implements Episode {

  public Trajectory {
    Require.given("Input of a trajectory", input);
    acts = Require.all("Acts of a trajectory", acts);
    if (acts.isEmpty()) {
      throw new IllegalArgumentException("Acts of a trajectory (0) must be at least one.");
    }
  }

  /**
   * An action and its answer.
   *
   * @param readout steps of the trial whose rates decided
   * @param action what was drawn, from 0
   * @param answer of the environment
   */
  public record Act(ReadoutSteps readout, int action, Environment.Step answer) {
    public Act {
      Require.given("Readout of an act", readout);
      Require.given("Answer of an environment", answer);
      Require.finite("Reward", answer.reward());
    }
  }

  /** The sum of all rewards. */
  public double rewards() {
    return acts.stream().mapToDouble(act -> act.answer().reward()).sum();
  }

  /**
   * The return of every act: its reward and all later ones, one that came {@code k} acts later
   * times {@code discount^k}.
   *
   * @param discount from 0 to 1
   */
  public double[] returns(double discount) {
    double[] returns = new double[acts.size()];
    double later = 0;
    for (int k = returns.length - 1; k >= 0; k--) {
      later = acts.get(k).answer().reward() + discount * later;
      returns[k] = later;
    }
    return returns;
  }
}
