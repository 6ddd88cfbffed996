package plastron.export.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.export.profile.Emulator;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleInterpreter64;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;

/**
 * The obvious simulator of plastic models that are a chain of populations: LIF, exponential kernel,
 * arrival delivery, boxcar rates, episodes in one run. States are exact, or held in registers of a
 * format.
 */
public final class FixedPointEmulator implements Emulator {

  /** What the values that did not fit are counted as. */
  static final String CLIPS = "clips";

  private final PlasticGraph graph;
  private final boolean learning;
  private final Map<String, StateRegister> registers = new TreeMap<>();

  /** With learning or with all traces at zero; states are exact. */
  public FixedPointEmulator(PlasticModel model, boolean learning) {
    this(model, learning, Optional.empty());
  }

  /** With a register for the states of every projection. */
  FixedPointEmulator(
      PlasticModel model, boolean learning, Optional<Supplier<StateRegister>> register) {
    graph = model.graph();
    this.learning = learning;
    register.ifPresent(
        made -> graph.projections().forEach(p -> registers.put(p.name(), made.get())));
    for (int p = 0; p < graph.projections().size(); p++) {
      PlasticProjection projection = graph.projections().get(p);
      if (graph.index(projection.from()) != p || graph.index(projection.to()) != p + 1) {
        throw new IllegalArgumentException(
            "Projection %s (from %s) must come from the population before."
                .formatted(projection.name(), projection.from()));
      }
    }
  }

  @Override
  public void reset() {}

  @Override
  public void reset(long seed) {}

  @Override
  public Recording run(Input input) {
    return run(input.single(), List.of());
  }

  @Override
  public Recording drive(List<SpikeRaster> given, Map<String, Signal> signals) {
    return run(new Input(given, signals).withoutSignals().getFirst(), given);
  }

  private Recording run(SpikeRaster input, List<SpikeRaster> given) {
    Map<String, Long> before = clipped();
    List<SpikeRaster> spikes = new ArrayList<>(List.of(input));
    List<List<float[][]>> traces = new ArrayList<>();
    for (int w = 0; w < input.steps() / graph.clock().updateInterval(); w++) {
      traces.add(new ArrayList<>());
    }
    for (PlasticProjection projection : graph.projections()) {
      SpikeRaster own = given.isEmpty() ? null : given.get(spikes.size());
      spikes.add(layer(projection, spikes.getLast(), own, traces));
    }
    return new Recording(spikes, traces, newlyClipped(before));
  }

  private Map<String, Long> clipped() {
    Map<String, Long> clipped = new TreeMap<>();
    registers.forEach((layer, register) -> clipped.put(layer + "." + CLIPS, register.clipped()));
    return clipped;
  }

  private Map<String, Long> newlyClipped(Map<String, Long> before) {
    Map<String, Long> newly = clipped();
    before.forEach((name, count) -> newly.merge(name, -count, Long::sum));
    return newly;
  }

  private SpikeRaster layer(
      PlasticProjection layer,
      SpikeRaster pre,
      @Nullable SpikeRaster given,
      List<List<float[][]>> traces) {
    Population population = graph.population(layer.to());
    int inputs = graph.pre(layer);
    int size = population.size();
    RuleDerivation rule = RuleDerivation.of(layer.rule());
    RuleShape64 shape = new RuleShape64(inputs, size, 0);
    RuleFrame64 frame = new RuleFrame64(rule, shape);
    layer
        .parameters()
        .forEach(
            (name, values) ->
                frame.value[rule.index(layer.rule().symbol(name).orElseThrow())] = values);
    RuleInterpreter64 interpreter = new RuleInterpreter64(rule);
    double[][] start = new double[inputs][size];
    double[][] weights = new double[inputs][size];
    interpreter.weight(frame, start);
    interpreter.weight(frame, weights);
    SpikeRaster post = given == null ? new SpikeRaster(pre.steps(), size) : given;
    double[] current = new double[size];
    double[] potential = new double[size];
    Neuron.Lif lif = (Neuron.Lif) population.neuron();
    double decay = layer.kernel() instanceof Kernel.Exponential e ? e.decay() : 0;
    int interval = graph.clock().updateInterval();
    for (int t = 0; t < pre.steps(); t++) {
      for (int i = 0; i < size; i++) {
        current[i] *= decay;
        for (int j = 0; j < inputs; j++) {
          current[i] += t >= layer.latency() && pre.get(t - layer.latency(), j) ? weights[j][i] : 0;
        }
        potential[i] = lif.decay().uniform() * potential[i] + current[i] + lif.bias().uniform();
        if (potential[i] >= lif.theta().uniform()) {
          if (given == null) {
            post.set(t, i);
          }
          potential[i] = 0;
        }
      }
      if ((t + 1) % interval == 0) {
        if (learning && layer.rule().isPlastic()) {
          update(
              frame,
              rule,
              interpreter,
              registers.get(layer.name()),
              pre,
              post,
              t + 1 - interval,
              t + 1);
          interpreter.weight(frame, weights);
        }
        traces.get(t / interval).add(difference(weights, start));
      }
    }
    return post;
  }

  private void update(
      RuleFrame64 frame,
      RuleDerivation rule,
      RuleInterpreter64 interpreter,
      @Nullable StateRegister register,
      SpikeRaster pre,
      SpikeRaster post,
      int from,
      int to) {
    double window = (to - from) * graph.clock().referenceRate();
    for (Symbol activity : rule.rule().symbols(Role.ACTIVITY)) {
      SpikeRaster side = activity.axis() == Axis.PRE ? pre : post;
      Arrays.setAll(frame.of(activity.name())[0], n -> side.count(n, from, to) / window);
    }
    interpreter.update(frame);
    if (register != null) {
      for (double[][] next : frame.next) {
        for (double[] row : next) {
          Arrays.setAll(row, i -> register.held(row[i]));
        }
      }
    }
    for (int u = 0; u < frame.next.length; u++) {
      int s = rule.index(rule.updates().get(u).state());
      double[][] old = frame.value[s];
      frame.value[s] = frame.next[u];
      frame.next[u] = old;
    }
  }

  private static float[][] difference(double[][] a, double[][] b) {
    float[][] difference = new float[a.length][a[0].length];
    for (int j = 0; j < a.length; j++) {
      for (int i = 0; i < a[j].length; i++) {
        difference[j][i] = (float) (a[j][i] - b[j][i]);
      }
    }
    return difference;
  }
}
