package plastron.slayer.train;

import java.util.function.Function;
import plastron.core.check.Require;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.Precision;
import plastron.slayer.objective.Task;
import plastron.slayer.optimise.Optimiser;
import plastron.slayer.optimise.Schedule;
import plastron.slayer.surrogate.FastSigmoid;
import plastron.slayer.surrogate.Surrogate;
import plastron.slayer.sweep.SweepOptions;

/**
 * A training, described step by step; what is not said is as here. Adam with a learning rate of
 * {@value #LEARNING_RATE} on {@value #BATCH} episodes an iteration, gradients with a norm above
 * {@value #CLIP_NORM} scaled down to it and those above {@value #SKIP_NORM} left out, back through
 * the whole episode with a fast sigmoid of height 1 and width 0.5, in single precision, seed 0.
 */
public final class Training {

  /** Step size, unless another is given. */
  public static final double LEARNING_RATE = 0.01;

  /** Episodes an iteration, unless other ones are given. */
  public static final int BATCH = 16;

  /** Largest norm of a gradient that is not scaled down. */
  public static final double CLIP_NORM = 1;

  /** Largest norm of a gradient that changes anything. */
  public static final double SKIP_NORM = 1e4;

  private final PlasticModel initial;
  private final Task<?> task;
  private Optimiser.Kind optimiser = Optimiser.Kind.ADAM;
  private Schedule learningRate = new Schedule.Constant(LEARNING_RATE);
  private int batch = BATCH;
  private SweepOptions sweep = SweepOptions.with(new FastSigmoid(1, 0.5));
  private Precision precision = Precision.FLOAT;
  private Function<Symbol, Bounds> bounds = Symbol::bounds;
  private Quantiser quantiser = Quantiser.NONE;
  private long seed;

  private Training(PlasticModel initial, Task<?> task) {
    this.initial = Require.given("Model to train", initial);
    this.task = Require.given("Task", task);
  }

  /**
   * A training of a model.
   *
   * @param initial the model to start from
   * @param task where episodes come from, and what to strive for in them
   */
  public static Training of(PlasticModel initial, Task<?> task) {
    return new Training(initial, task);
  }

  /** What turns gradients into steps. */
  public Training optimiser(Optimiser.Kind kind) {
    optimiser = Require.given("Optimiser", kind);
    return this;
  }

  /** The same step size in every iteration, at least 0. */
  public Training learningRate(double value) {
    return learningRate(new Schedule.Constant(value));
  }

  /** Step size over the iterations. */
  public Training learningRate(Schedule schedule) {
    learningRate = Require.given("Learning rate", schedule);
    return this;
  }

  /** Episodes an iteration, at least 1. */
  public Training batch(int episodes) {
    batch = episodes;
    return this;
  }

  /** The stand-in for the derivative of a spike. */
  public Training surrogate(Surrogate surrogate) {
    return sweep(SweepOptions.with(Require.given("Surrogate", surrogate)));
  }

  /** How gradients are formed. */
  public Training sweep(SweepOptions options) {
    sweep = Require.given("Sweep options", options);
    return this;
  }

  /** Number format of the sweeps. */
  public Training precision(Precision newPrecision) {
    precision = Require.given("Precision", newPrecision);
    return this;
  }

  /** What each parameter may be, unless it is what the rules say: that of a chip, for instance. */
  public Training within(Function<Symbol, Bounds> newBounds) {
    bounds = Require.given("Bounds of parameters", newBounds);
    return this;
  }

  /** What the way forwards is to round, unless it is nothing: as a chip would, for instance. */
  public Training rounded(Quantiser newQuantiser) {
    quantiser = Require.given("Quantiser", newQuantiser);
    return this;
  }

  /** Decides every random number of the training. */
  public Training seed(long newSeed) {
    seed = newSeed;
    return this;
  }

  /**
   * All of it.
   *
   * @throws IllegalArgumentException if it does not go together
   */
  public TrainingPlan plan() {
    return new TrainingPlan(
        initial,
        task,
        optimiser,
        learningRate,
        Double.POSITIVE_INFINITY,
        CLIP_NORM,
        SKIP_NORM,
        batch,
        sweep,
        precision,
        bounds,
        quantiser,
        seed);
  }

  /**
   * A trainer at the start.
   *
   * @param threads at least 1; they change nothing but the time
   */
  public Trainer start(int threads) {
    return new Trainer(plan(), threads);
  }
}
