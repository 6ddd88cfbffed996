package plastron.slayer.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import plastron.core.check.Require;
import plastron.core.encode.PopulationCode;
import plastron.core.environment.Environment;
import plastron.core.run.Input;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.objective.Choice;
import plastron.slayer.objective.EpisodeSource;
import plastron.slayer.objective.Responder;
import plastron.slayer.sweep.Observed;

/**
 * Episodes in an environment with a few actions: spikes tell the network's only source what is
 * observed, for as many steps as an action takes; then the policy draws the action. Actions are
 * drawn in training and elsewhere alike, since the probabilities are what is trained. Each trial
 * has an environment of its own, seeded by the trial's generator and closed at its end.
 *
 * @param environments makes one; called by any thread
 * @param code of observations
 * @param policy draws actions
 * @param timing how long an action takes
 * @param reward name of the signal that tells the network the last reward, in the first window
 *     after it; none for a network that is not told
 */
public record EnvironmentEpisodes(
    Supplier<? extends Environment> environments,
    PopulationCode code,
    RatePolicy policy,
    Timing timing,
    Optional<String> reward)
    implements EpisodeSource<Trajectory> {

  public EnvironmentEpisodes {
    Require.given("Environments", environments);
    Require.given("Code of observations", code);
    Require.given("Policy", policy);
    Require.given("Timing of actions", timing);
    Require.given("Name of the reward's signal", reward);
  }

  /**
   * How long an action takes.
   *
   * @param steps of the network for one of the environment, a multiple of {@code window}
   * @param settle steps at their beginning that the policy does not read, fewer than {@code steps}
   * @param window steps between updates of the network's rules, at least 1
   */
  public record Timing(int steps, int settle, int window) {
    public Timing {
      if (window < 1 || steps < 1 || steps % window != 0) {
        throw new IllegalArgumentException(
            "Steps of an action (%d) must be a multiple of the %d of a window."
                .formatted(steps, window));
      }
      if (settle < 0 || settle >= steps) {
        throw new IllegalArgumentException(
            "Steps to settle (%d) must be from 0 to %d.".formatted(settle, steps - 1));
      }
    }
  }

  @Override
  public int longestChunk() {
    return timing.steps();
  }

  @Override
  public Trajectory episode(RandomGenerator random, Responder network) {
    try (Environment environment = environments.get()) {
      List<Input> given = new ArrayList<>();
      List<Trajectory.Act> acts = new ArrayList<>();
      double[] seen = environment.reset(random.nextLong()).observation();
      double last = 0;
      boolean over = false;
      while (!over) {
        Input chunk = chunk(seen, last, random);
        given.add(chunk);
        int action = action(network.respond(chunk), random);
        Environment.Step answer = environment.step(new double[] {action});
        acts.add(new Trajectory.Act(readout(acts.size()), action, answer));
        seen = answer.observation();
        last = answer.reward();
        over = answer.isLast();
      }
      return new Trajectory(Input.joined(given, timing.window()), acts);
    }
  }

  private int action(Observed observed, RandomGenerator random) {
    return Choice.drawn(policy.probabilities(observed, readout(0)), random);
  }

  /** Steps that decide on an action, counted from the trial's first. */
  private ReadoutSteps readout(int act) {
    int from = Math.multiplyExact(act, timing.steps());
    return new ReadoutSteps(from + timing.settle(), from + timing.steps());
  }

  private Input chunk(double[] observation, double lastReward, RandomGenerator random) {
    SpikeRaster spikes = new SpikeRaster(timing.steps(), code.neurons());
    code.encode(observation, spikes, 0, timing.steps(), random);
    Map<String, Signal> signals =
        reward.map(name -> Map.of(name, Signal.of(lastReward))).orElse(Map.of());
    return new Input(List.of(spikes), signals);
  }

  /** A network that does nothing, to which a policy answers with actions at random. */
  public static Responder silent(int[] sizes) {
    int[] own = sizes.clone();
    return chunk -> new Silence(chunk.steps(), own);
  }

  private record Silence(int steps, int[] sizes) implements Observed {
    @Override
    public SpikeRaster spikes(int population) {
      return new SpikeRaster(steps, sizes[population]);
    }

    @Override
    public double[][] potentials(int population) {
      return new double[steps][sizes[population]];
    }
  }
}
