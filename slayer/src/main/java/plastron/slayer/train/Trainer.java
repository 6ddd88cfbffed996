package plastron.slayer.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.objective.EpisodeJudgement;
import plastron.slayer.objective.Measure;
import plastron.slayer.optimise.Optimiser;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.SweepMemory;
import plastron.slayer.sweep.Tape;

/**
 * Trains a model, one iteration after another. What it computes depends on the plan alone: not on
 * the number of threads, and not on whether it was stopped and resumed in between. Owned by one
 * thread.
 */
public final class Trainer implements AutoCloseable {

  /** Episodes whose gradients are added up by one thread: part of what results depend on. */
  private static final int GROUP = 4;

  private final TrainingPlan plan;
  private final ParameterLayout layout;
  private final FlatVector parameters;
  private final FlatVector gradient;
  private final Optimiser optimiser;
  private final BatchSlot[] batch;
  private final Tape[] tapes;
  private final FlatVector[] groups;
  private final BatchWorker[] worker;
  private final Workers workers;
  private final int[] populations;
  private final ForwardParameters rounded;
  private long iteration;

  /**
   * A trainer at the start of a plan.
   *
   * @param threads at least 1
   * @throws IllegalArgumentException if a single episode is to be compared with its batch, which is
   *     itself: its gradient would be 0 for ever
   */
  public Trainer(TrainingPlan plan, int threads) {
    boolean compares = plan.task().objective().comparesEpisodes();
    if (compares && plan.batch() < 2) {
      throw new IllegalArgumentException(
          "Batch (%d) must hold at least 2 episodes: the baseline is the batch's own mean."
              .formatted(plan.batch()));
    }
    this.plan = plan;
    layout = new ParameterLayout(plan.initial());
    parameters = layout.flatten(plan.initial());
    gradient = new FlatVector(layout.size());
    rounded = new ForwardParameters(plan.quantiser(), plan.initial().graph(), layout);
    optimiser = plan.optimiser().create(layout.size());
    populations = plan.spiking();
    batch = new BatchSlot[plan.batch()];
    Arrays.setAll(batch, i -> new BatchSlot(i, populations));
    groups = new FlatVector[groups(batch.length)];
    Arrays.setAll(groups, g -> new FlatVector(layout.size()));
    workers = new Workers(threads);
    worker = new BatchWorker[workers(compares, batch.length, threads)];
    Arrays.setAll(worker, i -> new BatchWorker(plan));
    tapes = new Tape[compares ? batch.length : 0];
    Arrays.setAll(tapes, i -> worker[0].newTape());
  }

  private static int groups(int batch) {
    return Math.ceilDiv(batch, GROUP);
  }

  private static int workers(boolean compares, int batch, int threads) {
    return Math.min(threads, compares ? batch : groups(batch));
  }

  /**
   * About how many bytes a trainer takes once it has trained; more than {@code long} can hold may
   * be asked for.
   *
   * @param threads at least 1
   * @param steps of an episode
   */
  public static double bytes(TrainingOutline plan, int threads, int steps) {
    SweepMemory sweep = plan.precision().memory(plan.model(), plan.sweep());
    boolean compares = plan.task().objective().comparesEpisodes();
    double workers = workers(compares, plan.batch(), threads);
    double tapes = compares ? plan.batch() : workers;
    long parameters = plan.model().parameters();
    double vectors = 2.0 + groups(plan.batch());
    return vectors * FlatVector.bytes(parameters)
        + plan.optimiser().bytes(parameters)
        + workers
            * BatchWorker.bytes(
                plan.model(), sweep, plan.sweep().tape(), plan.task().episodes().longestChunk())
        + tapes * sweep.tape(plan.sweep().tape(), steps);
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
    trainer.rounded.restore(state.grids(), state.states());
    trainer.iteration = state.iteration();
    return trainer;
  }

  /**
   * One iteration: a batch forwards, its losses, the batch backwards, one step of the optimiser.
   */
  public StepReport step() {
    FlatVector forward = rounded.of(parameters, iteration, this::model);
    // Where an episode's loss depends on the others, all have to be run forwards first.
    workers.run(
        tapes.length,
        (thread, i) -> {
          worker[thread].load(forward, grids().states(), iteration);
          worker[thread].forward(batch[i], tapes[i], iteration);
        });
    double[] summary =
        tapes.length == 0 ? new double[0] : plan.task().objective().summary(judgements());
    workers.run(groups.length, (thread, g) -> group(worker[thread], forward, g, summary));
    gradient.setSum(1.0 / batch.length, groups);
    grids().pass(layout, parameters, gradient);
    double norm = gradient.norm();
    boolean skipped = !Double.isFinite(norm) || norm > plan.skipNorm();
    double learningRate = plan.learningRate().at(iteration);
    if (!skipped) {
      gradient.scale(norm > plan.clipNorm() ? plan.clipNorm() / norm : 1);
      optimiser.step(parameters, gradient, learningRate);
      layout.project(parameters, plan.bounds());
    }
    double[] rates = new double[populations.length];
    for (int l = 0; l < rates.length; l++) {
      int layer = l;
      rates[l] = mean(i -> batch[i].rates[layer]);
    }
    return new StepReport(
        iteration++,
        mean(i -> batch[i].loss),
        measures(),
        norm,
        skipped,
        learningRate,
        rates,
        outputRates());
  }

  /** The gradients of one group of episodes, in order. */
  private void group(BatchWorker by, FlatVector forward, int g, double[] summary) {
    by.load(forward, grids().states(), iteration);
    by.begin(groups[g]);
    for (int i = g * GROUP; i < Math.min(batch.length, (g + 1) * GROUP); i++) {
      if (tapes.length == 0) {
        by.forward(batch[i], iteration);
      }
      by.backward(batch[i], summary, iteration, groups[g]);
    }
    by.end(groups[g]);
  }

  private List<EpisodeJudgement> judgements() {
    return Arrays.stream(batch).map(BatchSlot::judgement).toList();
  }

  private Map<String, Double> measures() {
    Map<String, Double> means = new LinkedHashMap<>();
    List<Measure> measures = plan.task().objective().measures();
    for (int m = 0; m < measures.size(); m++) {
      int number = m;
      means.put(measures.get(m).name(), mean(i -> batch[i].judgement().measures()[number]));
    }
    return means;
  }

  private double[] outputRates() {
    double[] means = new double[batch[0].judgement().outputRates().length];
    for (BatchSlot slot : batch) {
      for (int k = 0; k < means.length; k++) {
        means[k] += slot.judgement().outputRates()[k] / batch.length;
      }
    }
    return means;
  }

  private double mean(IntToDoubleFunction quantity) {
    double sum = 0;
    for (int i = 0; i < batch.length; i++) {
      sum += quantity.applyAsDouble(i);
    }
    return sum / batch.length;
  }

  /** How many threads can have work at the same time. */
  int busyThreads() {
    return worker.length;
  }

  /** How many iterations are done. */
  public long iteration() {
    return iteration;
  }

  /** A copy of what {@link #resume} needs. */
  public TrainerState state() {
    return new TrainerState(
        iteration, parameters.toArray(), optimiser.state(), grids().slots(), grids().states());
  }

  /** What the last iteration rounded its parameters to. */
  public ParameterGrids grids() {
    return rounded.grids();
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
