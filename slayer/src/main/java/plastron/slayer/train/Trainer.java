package plastron.slayer.train;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.optimise.Optimiser;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;

/**
 * Trains a model, one iteration after another. What it computes depends on the plan alone: not on
 * the number of threads, and not on whether it was stopped and resumed in between. Owned by one
 * thread.
 */
public final class Trainer implements AutoCloseable {

  private final TrainingPlan plan;
  private final ParameterLayout layout;
  private final FlatVector parameters;
  private final FlatVector gradient;
  private final Optimiser optimiser;
  private final BatchSlot[] batch;
  private final Workers workers;
  private long iteration;

  /**
   * A trainer at the start of a plan.
   *
   * @param threads at least 1
   */
  public Trainer(TrainingPlan plan, int threads) {
    this.plan = plan;
    layout = new ParameterLayout(plan.initial());
    parameters = layout.flatten(plan.initial());
    gradient = new FlatVector(layout.size());
    optimiser = plan.optimiser().create(layout.size());
    batch =
        IntStream.range(0, plan.batch())
            .mapToObj(i -> new BatchSlot(plan, i))
            .toArray(BatchSlot[]::new);
    workers = new Workers(threads);
  }

  /**
   * A trainer that goes on where another left off.
   *
   * @throws IllegalArgumentException if the state does not belong to such a plan
   */
  public static Trainer resume(TrainingPlan plan, TrainerState state, int threads) {
    Trainer trainer = new Trainer(plan, threads);
    if (state.parameters().length != trainer.parameters.size()) {
      trainer.close();
      throw new IllegalArgumentException(
          "Training state (%d parameters) does not fit the model's %d."
              .formatted(state.parameters().length, trainer.parameters.size()));
    }
    for (int i = 0; i < state.parameters().length; i++) {
      trainer.parameters.set(i, state.parameters()[i]);
    }
    trainer.optimiser.restore(state.optimiser());
    trainer.iteration = state.iteration();
    return trainer;
  }

  /**
   * One iteration: a batch forwards, its losses, the batch backwards, one step of the optimiser.
   */
  public StepReport step() {
    workers.run(batch.length, i -> batch[i].forward(parameters, iteration));
    double meanReward = mean(i -> batch[i].outcome.reward());
    workers.run(batch.length, i -> batch[i].backward(meanReward, iteration));
    gradient.clear();
    for (BatchSlot slot : batch) {
      gradient.add(slot.gradient);
    }
    gradient.scale(1.0 / batch.length);
    double norm = gradient.norm();
    boolean skipped = !(norm <= plan.skipNorm());
    double learningRate = plan.learningRate().at(iteration);
    if (!skipped) {
      gradient.scale(norm > plan.clipNorm() ? plan.clipNorm() / norm : 1);
      optimiser.step(parameters, gradient, learningRate);
      layout.project(parameters);
    }
    double[] rates = new double[plan.initial().layers().size()];
    for (int l = 0; l < rates.length; l++) {
      int layer = l;
      rates[l] = mean(i -> batch[i].rates[layer]);
    }
    double accuracy = mean(i -> batch[i].outcome.correct() ? 1 : 0);
    return new StepReport(
        iteration++, mean(i -> batch[i].loss), accuracy, norm, skipped, learningRate, rates);
  }

  private double mean(IntToDoubleFunction quantity) {
    double sum = 0;
    for (int i = 0; i < batch.length; i++) {
      sum += quantity.applyAsDouble(i);
    }
    return sum / batch.length;
  }

  /** How many iterations are done. */
  public long iteration() {
    return iteration;
  }

  /** A copy of what {@link #resume} needs. */
  public TrainerState state() {
    return new TrainerState(iteration, parameters.toArray(), optimiser.state());
  }

  /** The model with the present parameters. */
  public PlasticModel model() {
    return layout.unflatten(parameters, plan.initial());
  }

  @Override
  public void close() {
    workers.close();
  }
}
