package plastron.tasks.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import plastron.core.network.SynapseRows;
import plastron.core.random.Seeds;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.slayer.Precision;
import plastron.slayer.objective.Decision;
import plastron.slayer.objective.OpenSource;
import plastron.slayer.surrogate.SlayerExponential;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.Tape;
import plastron.slayer.sweep.TapeLimit;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.design.Streams;

/**
 * Rescales the weights of each output neuron until it fires at a moderate rate in the readout, with
 * the other sign if it would be inhibited: from an output that always or never fires the policy
 * gradient learns nothing.
 */
public final class OutputBalance {

  /** Smallest and largest mean output rate that is left alone, spikes per step. */
  public static final double LOW = 0.1;

  /** See {@link #LOW}. */
  public static final double HIGH = 0.4;

  /** Weights that are still too small after this are of the wrong sign. */
  private static final double MOST = 50;

  private static final int TRIALS = 8;
  private static final int ROUNDS = 60;

  private final List<Decision> trials = new ArrayList<>();
  private final Sweep sweep;
  private final Tape tape;
  private final int output;
  private final String name;
  private final Predicate<PlasticProjection> scalable;

  private OutputBalance(
      PlasticModel model,
      int output,
      Predicate<PlasticProjection> scalable,
      OpenSource<Decision> task,
      Precision precision,
      TapeLimit limit,
      long seed) {
    this.output = output;
    this.scalable = scalable;
    name = model.graph().populations().get(output).name();
    // No gradient is asked for, so the surrogate is of no consequence.
    SweepOptions options =
        new SweepOptions(new SlayerExponential(1, 1), false, limit, Integer.MAX_VALUE);
    sweep = precision.sweep(model, options);
    tape = sweep.tape();
    for (int i = 0; i < TRIALS; i++) {
      trials.add(task.episode(Seeds.generator(seed, Streams.BALANCE, i)));
    }
  }

  /**
   * The model with rescaled output weights.
   *
   * @param output index of the output population
   * @param scalable which projections have weights that may be rescaled; where none leads to the
   *     output, the model stays as it is
   * @param task trials to balance on
   * @param precision the one to train in
   * @param limit of the one tape that is used; changes no number
   * @throws BadInputException if no scale was found
   */
  public static PlasticModel of(
      PlasticModel model,
      int output,
      Predicate<PlasticProjection> scalable,
      OpenSource<Decision> task,
      Precision precision,
      TapeLimit limit,
      long seed) {
    OutputBalance balance =
        new OutputBalance(model, output, scalable, task, precision, limit, seed);
    if (model.graph().projections().stream().noneMatch(balance::scales)) {
      return model;
    }
    double[] factor = new double[balance.outputs(model)];
    Arrays.fill(factor, 1);
    double[] step = new double[factor.length];
    Arrays.fill(step, 1.5);
    int[] direction = new int[factor.length];
    PlasticModel scaled = model;
    double[] rates = balance.rates(scaled);
    for (int round = 0; round < ROUNDS && !moderate(rates); round++) {
      for (int i = 0; i < factor.length; i++) {
        int wanted = rates[i] < LOW ? 1 : rates[i] > HIGH ? -1 : 0;
        if (wanted * direction[i] < 0) {
          step[i] = Math.sqrt(step[i]);
        }
        direction[i] = wanted == 0 ? direction[i] : wanted;
        // What is inhibited more than excited does not fire, however large its weights are.
        factor[i] = wanted > 0 && factor[i] > MOST ? -1 : factor[i] * Math.pow(step[i], wanted);
      }
      scaled = balance.scaled(model, factor);
      rates = balance.rates(scaled);
    }
    if (!moderate(rates)) {
      throw new BadInputException(
          "Output neurons of the initial model (rates %s) cannot be brought to rates from %s to %s."
              .formatted(Arrays.toString(rates), LOW, HIGH),
          "Maybe model.w_mean or model.w_gain is too small, or set model.balance_output to false.");
    }
    return scaled;
  }

  private int outputs(PlasticModel model) {
    return model.graph().populations().get(output).size();
  }

  /** Mean rate of every output neuron in the readouts of a few trials. */
  private double[] rates(PlasticModel model) {
    sweep.load(new ParameterLayout(model).flatten(model));
    double[] sum = new double[outputs(model)];
    for (Decision trial : trials) {
      sweep.forward(tape, trial.input());
      double[] rates = trial.readout().rates(tape.spikes(output));
      for (int i = 0; i < sum.length; i++) {
        sum[i] += rates[i] / TRIALS;
      }
    }
    return sum;
  }

  private static boolean moderate(double[] rates) {
    return Arrays.stream(rates).allMatch(r -> r >= LOW && r <= HIGH);
  }

  /** Whether a projection is one of those that other populations send to the output. */
  private boolean scales(PlasticProjection projection) {
    return projection.to().equals(name)
        && !projection.from().equals(name)
        && scalable.test(projection);
  }

  /** The weights of all that other populations send to the output, times a factor each neuron. */
  private PlasticModel scaled(PlasticModel model, double[] factor) {
    List<PlasticProjection> projections = new ArrayList<>();
    for (PlasticProjection projection : model.graph().projections()) {
      projections.add(
          scales(projection)
              ? scaled(projection, model.graph().sparse(projection), factor)
              : projection);
    }
    return model.withProjections(projections);
  }

  private static PlasticProjection scaled(
      PlasticProjection projection, Optional<SynapseRows> sparse, double[] factor) {
    double[][] weights = projection.parameter("W");
    double[][] scaled = new double[weights.length][];
    for (int j = 0; j < weights.length; j++) {
      scaled[j] = weights[j].clone();
      int begin = sparse.isPresent() ? sparse.get().begin(j) : 0;
      for (int k = 0; k < scaled[j].length; k++) {
        scaled[j][k] *= factor[sparse.isPresent() ? sparse.get().targets()[begin + k] : k];
      }
    }
    Map<String, double[][]> parameters = new LinkedHashMap<>(projection.parameters());
    parameters.put("W", scaled);
    return projection.withParameters(parameters);
  }
}
