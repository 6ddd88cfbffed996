package plastron.tasks.bench.workload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.slayer.Precision;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.Tape;
import plastron.tasks.cli.BadInputException;

/**
 * Scales the weights of each layer until it fires at a given rate: what an iteration costs depends
 * on the spikes, and untrained networks of different shapes fire very differently. Of long episodes
 * only the beginning is run.
 */
final class RateBalance {

  private static final int EPISODES = 4;
  private static final int ROUNDS = 14;
  private static final int MOST_STEPS = 2000;
  private static final double LARGEST_FACTOR = 256;

  /** Rates come in steps: where few spikes are possible, this near is near enough. */
  private static final double LARGEST_MISS = 2;

  private final List<SpikeRaster> inputs;
  private final Sweep sweep;
  private final Tape tape;
  private PlasticModel model;

  private RateBalance(PlasticModel model, EpisodePool pool, SweepOptions options) {
    this.model = model;
    inputs =
        pool.episodes().subList(0, EPISODES).stream()
            .map(episode -> beginning(episode.input().single()))
            .toList();
    sweep = Precision.FLOAT.sweep(model, options);
    tape = sweep.tape();
  }

  /**
   * The model with scaled weights.
   *
   * @param model a chain of layers
   * @param rate wanted mean of every layer, spikes per neuron and step
   * @throws BadInputException if no scale leads to about that rate
   */
  static PlasticModel of(PlasticModel model, EpisodePool pool, SweepOptions options, double rate) {
    RateBalance balance = new RateBalance(model, pool, options);
    for (int p = 0; p < model.graph().projections().size(); p++) {
      balance.layer(p, rate);
    }
    return balance.model;
  }

  private void layer(int l, double rate) {
    PlasticModel unscaled = model;
    double low = 1 / LARGEST_FACTOR;
    double high = LARGEST_FACTOR;
    for (int round = 0; round < ROUNDS; round++) {
      double middle = Math.sqrt(low * high);
      model = scaled(unscaled, l, middle);
      if (rate(l) < rate) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double reached = rate(l);
    if (reached < rate / LARGEST_MISS || reached > rate * LARGEST_MISS) {
      throw new BadInputException(
          "Rate of layer %s (%.4f spikes per neuron and step) must come near %s by weights alone."
              .formatted(unscaled.graph().projections().get(l).to(), reached, rate),
          "Maybe the workload has too few inputs, too few steps or too low a density.");
    }
  }

  private double rate(int l) {
    sweep.load(new ParameterLayout(model).flatten(model));
    double sum = 0;
    for (SpikeRaster input : inputs) {
      sweep.forward(tape, Input.of(input));
      sum += tape.spikes(l + 1).meanRate();
    }
    return sum / inputs.size();
  }

  private static SpikeRaster beginning(SpikeRaster whole) {
    SpikeRaster first = new SpikeRaster(Math.min(whole.steps(), MOST_STEPS), whole.neurons());
    for (int t = 0; t < first.steps(); t++) {
      for (int i = 0; i < first.neurons(); i++) {
        if (whole.get(t, i)) {
          first.set(t, i);
        }
      }
    }
    return first;
  }

  private static PlasticModel scaled(PlasticModel model, int l, double factor) {
    List<PlasticProjection> projections = new ArrayList<>(model.graph().projections());
    PlasticProjection into = projections.get(l);
    double[][] weights = into.parameter("W");
    double[][] scaled = new double[weights.length][weights[0].length];
    for (int j = 0; j < weights.length; j++) {
      for (int i = 0; i < scaled[j].length; i++) {
        scaled[j][i] = weights[j][i] * factor;
      }
    }
    Map<String, double[][]> parameters = new LinkedHashMap<>(into.parameters());
    parameters.put("W", scaled);
    projections.set(l, into.withParameters(parameters));
    return model.withProjections(projections);
  }
}
