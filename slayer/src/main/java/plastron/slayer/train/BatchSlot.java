package plastron.slayer.train;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import plastron.core.random.Seeds;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.OutputAdjoint;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.Sweep;

/** One episode of a batch with a tape of its own, between its forward and its backward sweep. */
final class BatchSlot {

  private final TrainingPlan plan;
  private final int index;
  private final Sweep sweep;
  private final OutputAdjoint adjoint;
  private @Nullable Episode episode;
  private @Nullable SpikeRaster output;

  final FlatVector gradient;
  final double[] rates;
  Outcome outcome = new Outcome(0, false, 0);
  double loss;

  BatchSlot(TrainingPlan plan, int index) {
    this.plan = plan;
    this.index = index;
    sweep = plan.precision().sweep(plan.initial(), plan.sweep());
    adjoint = new OutputAdjoint(plan.initial().layers().getLast().size());
    gradient = new FlatVector(new ParameterLayout(plan.initial()).size());
    rates = new double[plan.initial().layers().size()];
  }

  /** Draws an episode, runs it and judges the output. */
  void forward(FlatVector parameters, long iteration) {
    SplittableRandom random = Seeds.generator(plan.seed(), iteration, index);
    Episode drawn = plan.task().episode(random);
    sweep.load(parameters);
    SpikeRaster spikes = sweep.forward(drawn.input(), drawn.external());
    outcome = plan.objective().judge(drawn, spikes, random);
    for (int l = 0; l < rates.length; l++) {
      rates[l] = sweep.spikes(l).meanRate();
    }
    episode = drawn;
    output = spikes;
  }

  /** Runs the same episode backwards; {@link #gradient} then holds its gradient, clipped. */
  void backward(double meanReward, long iteration) {
    if (episode == null || output == null) {
      throw new IllegalStateException("The backward sweep needs a forward sweep before it.");
    }
    adjoint.clear(output.steps());
    loss = plan.objective().loss(episode, outcome, meanReward, iteration).evaluate(output, adjoint);
    gradient.clear();
    sweep.backward(adjoint, gradient);
    double norm = gradient.norm();
    if (norm > plan.episodeClipNorm()) {
      gradient.scale(plan.episodeClipNorm() / norm);
    }
  }
}
