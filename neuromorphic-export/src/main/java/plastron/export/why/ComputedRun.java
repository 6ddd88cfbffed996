package plastron.export.why;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.export.predict.ComputedMembrane;
import plastron.export.predict.ComputedNetwork;
import plastron.export.predict.ComputedPathway;
import plastron.export.predict.RuleRun;
import plastron.export.profile.Emulator;

/**
 * Runs a computed network in double, whatever of it is rounded. In a step neurons take what arrives
 * and fire, then spikes are sent with the weights as they are; at a window's end all rules follow
 * its spikes and give the next weights, those of single spikes in every step. Owned by one thread.
 * Long, because neurons, synapses and rules share what they run on.
 */
final class ComputedRun implements Emulator {

  private static final long SEED = 0x3147;

  private final ComputedNetwork network;
  private final List<SpikeRaster> window;
  private final double[][] current;
  private final double[][] potential;
  private final int[][] held;
  private final int[] fired;

  /** By pathway, what is on its way, by step of arrival. */
  private final double[][][] arriving;

  /** By pathway, effective weights. */
  private final double[][][] effective;

  private final @Nullable RuleRun[] rules;
  private SplittableRandom random = new SplittableRandom(SEED);
  private int time;

  ComputedRun(ComputedNetwork network) {
    this.network = network;
    List<Integer> sizes = network.sizes();
    window = sizes.stream().map(size -> new SpikeRaster(network.interval(), size)).toList();
    current = sizes.stream().map(double[]::new).toArray(double[][]::new);
    potential = sizes.stream().map(double[]::new).toArray(double[][]::new);
    held = sizes.stream().map(int[]::new).toArray(int[][]::new);
    fired = new int[sizes.stream().mapToInt(size -> size).max().orElse(0)];
    List<ComputedPathway> pathways = network.pathways();
    arriving =
        pathways.stream()
            .map(p -> new double[p.latency() + 1][sizes.get(p.to())])
            .toArray(double[][][]::new);
    effective =
        pathways.stream()
            .map(p -> new double[sizes.get(p.from())][sizes.get(p.to())])
            .toArray(double[][][]::new);
    rules = new RuleRun[pathways.size()];
    reset(SEED);
  }

  @Override
  public void reset() {
    reset(SEED);
  }

  @Override
  public void reset(long seed) {
    random = new SplittableRandom(seed);
    time = 0;
    window.forEach(SpikeRaster::clear);
    for (int p = 0; p < current.length; p++) {
      Arrays.fill(current[p], 0);
      Arrays.fill(potential[p], 0);
      Arrays.fill(held[p], 0);
    }
    for (int l = 0; l < rules.length; l++) {
      ComputedPathway pathway = network.pathways().get(l);
      for (double[] row : arriving[l]) {
        Arrays.fill(row, 0);
      }
      rules[l] = pathway.rule().map(rule -> rule(pathway)).orElse(null);
      weigh(l);
    }
  }

  private RuleRun rule(ComputedPathway pathway) {
    RuleRun run =
        new RuleRun(
            pathway.rule().orElseThrow(),
            window,
            pathway.from(),
            pathway.to(),
            pathway.modulator(),
            random.split());
    run.bound(pathway.bound());
    return run;
  }

  @Override
  public Recording run(Input input) {
    List<SpikeRaster> given = new ArrayList<>();
    int source = 0;
    for (Optional<ComputedMembrane> membrane : network.membranes()) {
      given.add(membrane.isPresent() ? new SpikeRaster(0, 1) : input.spikes().get(source++));
    }
    return run(given, input.steps(), input.signals());
  }

  @Override
  public Recording drive(List<SpikeRaster> spikes, Map<String, Signal> signals) {
    return run(spikes, spikes.getFirst().steps(), signals);
  }

  /**
   * @param given spikes by population; of no steps where neurons decide
   */
  private Recording run(List<SpikeRaster> given, int steps, Map<String, Signal> signals) {
    List<Signal> told =
        network.signals().stream().map(n -> signals.getOrDefault(n, Signal.NONE)).toList();
    for (RuleRun rule : rules) {
      if (rule != null) {
        rule.give(time / network.interval(), told);
      }
    }
    List<SpikeRaster> out =
        network.sizes().stream().map(size -> new SpikeRaster(steps, size)).toList();
    List<List<float[][]>> traces = new ArrayList<>();
    for (int t = 0; t < steps; t++, time++) {
      for (int p = 0; p < out.size(); p++) {
        spikes(p, given.get(p), t, out.get(p));
      }
      for (int l = 0; l < rules.length; l++) {
        send(l);
      }
      spike();
      if ((time + 1) % network.interval() == 0) {
        traces.add(learn());
      }
    }
    return new Recording(out, traces, Map.of());
  }

  private void spikes(int population, SpikeRaster given, int t, SpikeRaster out) {
    SpikeRaster now = window.get(population);
    int row = time % network.interval();
    now.clear(row);
    network.membranes().get(population).ifPresent(m -> integrate(population, m));
    if (given.steps() > 0) {
      int count = given.spikes(t, fired);
      for (int k = 0; k < count; k++) {
        now.set(row, fired[k]);
      }
    } else {
      double[] v = potential[population];
      ComputedMembrane membrane = network.membranes().get(population).orElseThrow();
      for (int i = 0; i < v.length; i++) {
        if (v[i] >= membrane.threshold()) {
          now.set(row, i);
          v[i] = 0;
          held[population][i] = membrane.refractorySteps();
        }
      }
    }
    int count = now.spikes(row, fired);
    for (int k = 0; k < count; k++) {
      out.set(t, fired[k]);
    }
  }

  private void integrate(int population, ComputedMembrane membrane) {
    double[] i = current[population];
    double[] v = potential[population];
    for (int n = 0; n < i.length; n++) {
      double arrived = 0;
      for (int l = 0; l < arriving.length; l++) {
        if (network.pathways().get(l).to() == population) {
          double[] due = arriving[l][time % arriving[l].length];
          arrived += due[n];
          due[n] = 0;
        }
      }
      i[n] =
          membrane
              .current()
              .hold(membrane.currentDecay() * i[n] + membrane.gain() * arrived, random);
      if (held[population][n] > 0) {
        held[population][n]--;
        continue;
      }
      v[n] =
          membrane
              .potential()
              .hold(membrane.potentialDecay() * v[n] + i[n] + membrane.bias(), random);
    }
  }

  private void send(int layer) {
    ComputedPathway pathway = network.pathways().get(layer);
    double[][] ring = arriving[layer];
    double[] due = ring[(time + pathway.latency()) % ring.length];
    int count = window.get(pathway.from()).spikes(time % network.interval(), fired);
    for (int k = 0; k < count; k++) {
      double[] row = effective[layer][fired[k]];
      for (int i = 0; i < due.length; i++) {
        due[i] += row[i];
      }
    }
  }

  /** Rules that single spikes drive go step by step. */
  private void spike() {
    for (int l = 0; l < rules.length; l++) {
      RuleRun rule = rules[l];
      if (rule != null && isTimed(l)) {
        rule.step(time, network.interval());
        weigh(l);
      }
    }
  }

  private boolean isTimed(int layer) {
    return network.pathways().get(layer).rule().filter(rule -> !rule.timed().isEmpty()).isPresent();
  }

  private List<float[][]> learn() {
    int first = time + 1 - network.interval();
    for (int l = 0; l < rules.length; l++) {
      RuleRun rule = rules[l];
      for (int t = first; rule != null && !isTimed(l) && t <= time; t++) {
        rule.step(t, network.interval());
      }
    }
    return IntStream.range(0, rules.length).mapToObj(this::weigh).toList();
  }

  /** Makes effective weights of the present states; gives {@code alpha.E}. */
  private float[][] weigh(int layer) {
    ComputedPathway pathway = network.pathways().get(layer);
    RuleRun rule = rules[layer];
    double[][] out = effective[layer];
    float[][] trace = new float[out.length][out[0].length];
    double[][] plastic = rule == null ? null : rule.plastic();
    for (int j = 0; j < out.length; j++) {
      for (int i = 0; i < out[j].length; i++) {
        double learned = plastic == null ? 0 : plastic[j][i];
        out[j][i] = pathway.fixedGain() * pathway.weights()[j][i] + pathway.plasticGain() * learned;
        trace[j][i] = (float) learned;
      }
    }
    return trace;
  }
}
