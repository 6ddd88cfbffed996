package plastron.slayer.train;

import java.util.function.Function;
import java.util.stream.IntStream;
import plastron.core.network.Neuron;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.Precision;
import plastron.slayer.objective.Measure;
import plastron.slayer.objective.Task;
import plastron.slayer.optimise.Optimiser;
import plastron.slayer.optimise.Schedule;
import plastron.slayer.sweep.SweepOptions;

/**
 * Everything that decides a training.
 *
 * @param initial the model to start from
 * @param task trials, and what to strive for in them
 * @param optimiser kind of optimiser
 * @param learningRate step size over the iterations
 * @param episodeClipNorm a single episode's gradient with a larger norm is scaled down to it before
 *     the batch is averaged, above 0, infinite for never: an episode whose adjoint explodes then
 *     cannot drown the others (one that is not finite at all makes the iteration be skipped)
 * @param clipNorm gradients with a larger norm are scaled down to it, above 0
 * @param skipNorm iterations whose gradient has a larger norm (or is not finite) change nothing
 * @param batch episodes per iteration, at least 1
 * @param sweep how gradients are formed
 * @param precision number format of the sweeps
 * @param bounds what each parameter may be; every step ends within
 * @param quantiser what the chip in mind would round, which the way forwards does, too
 * @param seed decides every random number of the training
 */
public record TrainingPlan(
    PlasticModel initial,
    Task<?> task,
    Optimiser.Kind optimiser,
    Schedule learningRate,
    double episodeClipNorm,
    double clipNorm,
    double skipNorm,
    int batch,
    SweepOptions sweep,
    Precision precision,
    Function<Symbol, Bounds> bounds,
    Quantiser quantiser,
    long seed) {

  /** In real numbers, with the bounds that the rules themselves give their parameters. */
  public TrainingPlan(
      PlasticModel initial,
      Task<?> task,
      Optimiser.Kind optimiser,
      Schedule learningRate,
      double episodeClipNorm,
      double clipNorm,
      double skipNorm,
      int batch,
      SweepOptions sweep,
      Precision precision,
      long seed) {
    this(
        initial,
        task,
        optimiser,
        learningRate,
        episodeClipNorm,
        clipNorm,
        skipNorm,
        batch,
        sweep,
        precision,
        Symbol::bounds,
        Quantiser.NONE,
        seed);
  }

  public TrainingPlan {
    if (batch < 1 || !(episodeClipNorm > 0) || !(clipNorm > 0) || !(skipNorm > 0)) {
      throw new IllegalArgumentException(
          "Training plan (batch %d, episode clip norm %s, clip norm %s, skip norm %s) needs positive numbers."
              .formatted(batch, episodeClipNorm, clipNorm, skipNorm));
    }
  }

  /** The measure that training is watched by: the objective's first. */
  public Measure watched() {
    return task.objective().measures().getFirst();
  }

  /**
   * Indices of the populations whose rates reports have: all that spike of themselves, in the order
   * of declaration.
   */
  public int[] spiking() {
    PlasticGraph graph = initial.graph();
    return IntStream.of(graph.computing())
        .filter(p -> !(graph.populations().get(p).neuron() instanceof Neuron.LeakyIntegrator))
        .toArray();
  }
}
