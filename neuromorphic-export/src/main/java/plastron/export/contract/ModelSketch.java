package plastron.export.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import plastron.core.network.DelayPlace;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.profile.HardwareForm;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;

/**
 * A small model of one layer in a chip's network form, with drawn parameters and inputs.
 *
 * @param family rule of the layer, without values from outside
 * @param options its choices
 * @param inputs number of input neurons
 * @param size number of neurons
 * @param interval steps per window
 * @param windows per episode
 * @param rates how rates are made
 * @param referenceRate rates are divided by this
 * @param speed value of every GLOBAL parameter: learning rates
 * @param gain standard deviation of what the trace is multiplied by in the weight
 * @param tauMembrane in steps
 * @param tauSynapse in steps
 * @param seed of everything that is drawn
 */
public record ModelSketch(
    RuleFamily family,
    RuleOptions options,
    int inputs,
    int size,
    int interval,
    int windows,
    RateEstimator rates,
    double referenceRate,
    double speed,
    double gain,
    double tauMembrane,
    double tauSynapse,
    long seed) {

  static final int CALIBRATION = 12;
  static final int FRESH = 4;

  /** The case, its layer firing at a moderate rate where scaling its fixed weights can do that. */
  public ContractCase tried(String name, List<String> columns, HardwareForm form) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] busy = new double[inputs];
    for (int j = 0; j < inputs; j++) {
      busy[j] = 0.05 + 0.35 * random.nextDouble();
    }
    List<SpikeRaster> spikes = new ArrayList<>();
    for (int e = 0; e < CALIBRATION + FRESH; e++) {
      spikes.add(input(busy, interval, windows, random.split()));
    }
    PlasticModel model = model(name, form, random.split());
    return new ContractCase(
        name,
        columns,
        Moderation.of(model, Input.of(spikes.getFirst())),
        Input.each(spikes.subList(0, CALIBRATION)),
        Input.each(spikes.subList(CALIBRATION, spikes.size())));
  }

  /** Every neuron is more and less busy in turn, like the groups of a task. */
  static SpikeRaster input(double[] busy, int interval, int windows, RandomGenerator random) {
    SpikeRaster raster = new SpikeRaster(interval * windows, busy.length);
    double[] now = busy.clone();
    for (int t = 0; t < raster.steps(); t++) {
      for (int j = 0; j < busy.length; j++) {
        if (t % (4 * interval) == 0) {
          now[j] = busy[j] * (random.nextBoolean() ? 1.5 : 0.5);
        }
        if (random.nextDouble() < now[j]) {
          raster.set(t, j);
        }
      }
    }
    return raster;
  }

  private PlasticModel model(String name, HardwareForm form, RandomGenerator random) {
    PlasticityRule rule = family.build(options);
    Population input = new Population("input", inputs, new Neuron.SpikeSource());
    Population layer = new Population("layer", size, form.neuron(1, tauMembrane));
    PlasticProjection synapses =
        new PlasticProjection(
            "into layer",
            input.name(),
            layer.name(),
            form.kernel(tauSynapse),
            form.delivery(),
            DelayPlace.DENDRITE,
            form.latency(),
            rule,
            Map.of(),
            new DrawnSynapses(speed, gain).of(rule, inputs, size, size, random));
    PlasticGraph graph =
        new PlasticGraph(
            List.of(input, layer),
            List.of(synapses),
            List.of(),
            List.of(),
            new Clock(interval, rates, referenceRate));
    return new PlasticModel(name, graph, Map.of("seed", "" + seed));
  }
}
