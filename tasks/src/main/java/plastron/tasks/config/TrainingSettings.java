package plastron.tasks.config;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import plastron.export.stage.ExportOptions;
import plastron.slayer.surrogate.Surrogate;
import plastron.tasks.config.Setting.Choice;
import plastron.tasks.config.Setting.Flag;
import plastron.tasks.config.Setting.Real;
import plastron.tasks.config.Setting.Whole;

/** Table {@code training}: how the model is changed. Long, because its settings are many. */
public final class TrainingSettings {

  private static final List<String> DECAYS = List.of("constant", "linear", "exponential");
  private static final long MOST = 1_000_000_000;

  /** Trials per iteration. */
  public static final Whole BATCH = whole("batch", 1, 100_000, "trials per iteration");

  /** Iterations. */
  public static final Whole ITERATIONS = whole("iterations", 0, MOST, "iterations at most");

  /** Optimiser. */
  public static final Choice OPTIMISER =
      choice("optimiser", List.of("adam", "rmsprop", "sgd"), "optimiser");

  /** Step size. */
  public static final Real LEARNING_RATE =
      new Real("training.learning_rate", 0, 1e6, "step size at the start");

  /** Course of the step size. */
  public static final Choice LEARNING_RATE_DECAY =
      choice("learning_rate_decay", DECAYS, "course of the step size");

  /** Final step size. */
  public static final Real LEARNING_RATE_END =
      new Real("training.learning_rate_end", 0, 1e6, "step size at the end of its course");

  /** Length of the course of the step size. */
  public static final Whole LEARNING_RATE_ITERATIONS =
      whole("learning_rate_iterations", 1, MOST, "length of the step size's course");

  /** Length of the warm-up. */
  public static final Whole WARM_UP =
      new Whole(
          "training.warm_up",
          0,
          MOST,
          "iterations over which the step size grows to its course, 0 for none",
          Optional.of(0L));

  /** Entropy weight. */
  public static final Real ENTROPY = new Real("training.entropy", 0, 1e6, "entropy weight c_H");

  /** Course of the entropy weight. */
  public static final Choice ENTROPY_DECAY =
      choice("entropy_decay", DECAYS, "course of the entropy weight");

  /** Final entropy weight. */
  public static final Real ENTROPY_END =
      new Real("training.entropy_end", 0, 1e6, "entropy weight at the end of its course");

  /** Length of the course of the entropy weight. */
  public static final Whole ENTROPY_ITERATIONS =
      whole("entropy_iterations", 1, MOST, "length of the entropy weight's course");

  /** Gain of the policy. */
  public static final Real KAPPA = positive("kappa", 1e6, "gain from output rates to log-odds");

  /** Weight of the budget of output rates. */
  public static final Real RATE_BUDGET =
      new Real(
          "training.rate_budget",
          0,
          1e6,
          "weight of the penalty on output neurons that are nearly silent, or busy, in all trials",
          Optional.of(0.0));

  /** Budget of synaptic operations. */
  public static final Real OPERATION_BUDGET =
      new Real(
          "training.operation_budget",
          1,
          Double.POSITIVE_INFINITY,
          "accumulates of a trial, spikes times the synapses that each reaches, that cost nothing;"
              + " inf for no budget",
          Optional.of(Double.POSITIVE_INFINITY));

  /** Weight of the budget of synaptic operations. */
  public static final Real OPERATION_WEIGHT =
      new Real(
          "training.operation_weight",
          0,
          1e6,
          "weight of the penalty on synaptic operations beyond their budget",
          Optional.of(1.0));

  /** Norm to clip a single trial's gradient to. */
  public static final Real EPISODE_CLIP_NORM =
      positive(
          "episode_clip_norm",
          Double.POSITIVE_INFINITY,
          "a single trial's larger gradient is scaled down to this, inf for never");

  /** Norm to clip to. */
  public static final Real CLIP_NORM =
      positive("clip_norm", Double.POSITIVE_INFINITY, "larger gradients are scaled down to this");

  /** Norm to skip at. */
  public static final Real SKIP_NORM =
      positive("skip_norm", Double.POSITIVE_INFINITY, "larger gradients change nothing");

  /** Surrogate. */
  public static final Choice SURROGATE =
      choice("surrogate", Surrogate.names(), "stand-in for the derivative of a spike");

  /** Area of the surrogate. */
  public static final Real SURROGATE_SCALE =
      positive("surrogate_scale", 1e6, "scaleRho: height of the surrogate times its width");

  /** Width of the surrogate. */
  public static final Real SURROGATE_WIDTH =
      positive("surrogate_width", 1e6, "tauRho: width of the surrogate in thresholds");

  /** Whether gradients flow through resets. */
  public static final Flag THROUGH_RESET =
      new Flag("training.through_reset", "whether gradients flow through a neuron's own reset");

  /** Number format. */
  public static final Choice PRECISION =
      choice("precision", List.of("float", "double"), "number format inside an episode");

  /** Truncation of back-propagation. */
  public static final Whole TRUNCATE_WINDOWS =
      whole("truncate_windows", 0, MOST, "windows that gradients flow back over, 0 for all");

  /** Windows on the tape. */
  public static final Whole TAPE_WINDOWS =
      whole(
          "tape_windows",
          0,
          MOST,
          "most windows kept for the way back, 0 for as many as fit; changes no result");

  /** Iterations between checkpoints. */
  public static final Whole CHECKPOINT_EVERY =
      whole("checkpoint_every", 1, MOST, "iterations between checkpoints");

  /** Whether to stop early. */
  public static final Flag STOP_AT_CRITERION =
      new Flag("training.stop_at_criterion", "whether to stop once the criterion is passed");

  /** Criterion. */
  public static final Real CRITERION =
      new Real(
          "training.criterion", 0, 1e6, "what must be surpassed over 100 trials, such as accuracy");

  /** No look at what a chip would round. */
  public static final long NEVER = 0;

  /** How often a chip's scales are chosen anew. */
  public static final Whole QUANTISE_EVERY =
      new Whole(
          "training.quantise_every",
          NEVER,
          MOST,
          "iterations after which the chip's scales are chosen anew, with hardware only; training"
              + " rounds to them, 0 for never: in real numbers",
          Optional.of(NEVER));

  /** When rounding begins. */
  public static final Whole QUANTISE_FROM =
      new Whole(
          "training.quantise_from",
          0,
          MOST,
          "iterations in real numbers before training rounds",
          Optional.of(0L));

  /** Trials for a chip's scales. */
  public static final Whole QUANTISE_TRIALS =
      new Whole(
          "training.quantise_trials",
          1,
          100_000,
          "trials that ranges are measured on for the chip's scales",
          Optional.of(64L));

  /** As many bits as a chip has. */
  public static final long ALL_BITS = 0;

  /** Bits of the weights that do not learn. */
  public static final Whole WEIGHT_BITS =
      new Whole(
          "training.weight_bits",
          ALL_BITS,
          64,
          "bits of the chip's weights that do not learn, 0 for as many as it has",
          Optional.of(ALL_BITS));

  /** Bits of the traces that learning reads. */
  public static final Whole TRACE_BITS =
      new Whole(
          "training.trace_bits",
          ALL_BITS,
          64,
          "bits of the chip's traces of spikes that are used, 0 for as many as it has",
          Optional.of(ALL_BITS));

  /** What training for a chip adds, in the order in which files list them. */
  public static final List<Setting<?>> OF_CHIPS =
      List.of(QUANTISE_EVERY, QUANTISE_FROM, QUANTISE_TRIALS, WEIGHT_BITS, TRACE_BITS);

  /** What a run chooses for exports to its own chip, by the names of settings there. */
  public static final Map<String, Whole> OF_EXPORTS =
      Collections.unmodifiableMap(
          new TreeMap<>(
              Map.of(
                  ExportOptions.WEIGHT_BITS, WEIGHT_BITS, ExportOptions.TRACE_BITS, TRACE_BITS)));

  /** All of them, in the order in which files list them. */
  static final List<Setting<?>> ALL =
      and(
          OF_CHIPS,
          BATCH,
          ITERATIONS,
          OPTIMISER,
          LEARNING_RATE,
          LEARNING_RATE_DECAY,
          LEARNING_RATE_END,
          LEARNING_RATE_ITERATIONS,
          WARM_UP,
          ENTROPY,
          ENTROPY_DECAY,
          ENTROPY_END,
          ENTROPY_ITERATIONS,
          KAPPA,
          RATE_BUDGET,
          OPERATION_BUDGET,
          OPERATION_WEIGHT,
          EPISODE_CLIP_NORM,
          CLIP_NORM,
          SKIP_NORM,
          SURROGATE,
          SURROGATE_SCALE,
          SURROGATE_WIDTH,
          THROUGH_RESET,
          PRECISION,
          TRUNCATE_WINDOWS,
          TAPE_WINDOWS,
          CHECKPOINT_EVERY,
          STOP_AT_CRITERION,
          CRITERION);

  /**
   * Settings of policies and classifiers, and of training for chips: only tasks that list them have
   * them, others share all.
   */
  public static final List<Setting<?>> OPTIONAL =
      and(OF_CHIPS, ENTROPY, ENTROPY_DECAY, ENTROPY_END, ENTROPY_ITERATIONS, KAPPA, RATE_BUDGET);

  private TrainingSettings() {}

  private static List<Setting<?>> and(List<Setting<?>> last, Setting<?>... first) {
    return Stream.concat(Stream.of(first), last.stream()).toList();
  }

  private static Whole whole(String name, long low, long high, String meaning) {
    return new Whole("training." + name, low, high, meaning);
  }

  private static Real positive(String name, double high, String meaning) {
    return new Real("training." + name, Double.MIN_NORMAL, high, meaning);
  }

  private static Choice choice(String name, List<String> names, String meaning) {
    return new Choice("training." + name, names, meaning);
  }
}
