package plastron.plasticity.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plastron.core.network.Network;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Projection;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.rate.program.Operation;
import plastron.plasticity.run.PlasticNetwork;

/** Counts what the runners of a model do. May be told by several threads. */
public final class OperationCounter {

  private final PlasticGraph graph;

  /** By projection and pre neuron, synapses of a weight that is not 0 or may not stay so. */
  private final long[][] reached;

  private final long[] synapses;
  private final long[] spikes;
  private final long[] accumulates;
  private long steps;
  private long windows;

  /**
   * Nothing counted yet.
   *
   * @throws ArithmeticException if the weights at rest are no numbers of single precision
   */
  public OperationCounter(PlasticModel model) {
    graph = model.graph();
    Network network = PlasticNetwork.of(model);
    int projections = graph.projections().size();
    reached = new long[projections][];
    synapses = new long[projections];
    accumulates = new long[projections];
    spikes = new long[graph.populations().size()];
    for (int p = 0; p < projections; p++) {
      Projection projection = network.projections().get(p);
      boolean plastic = graph.projections().get(p).rule().isPlastic();
      reached[p] =
          Arrays.stream(projection.weights())
              .mapToLong(row -> plastic ? row.length : nonZero(row))
              .toArray();
      synapses[p] = Arrays.stream(projection.weights()).mapToLong(row -> row.length).sum();
    }
  }

  private static long nonZero(float[] row) {
    long count = 0;
    for (float weight : row) {
      count += weight != 0 ? 1 : 0;
    }
    return count;
  }

  /** The same runner, all of whose steps are counted. */
  public Runner counting(Runner runner) {
    return new Runner() {
      private long stepOfWindow;

      @Override
      public void reset() {
        runner.reset();
        stepOfWindow = 0;
      }

      @Override
      public Recording run(Input input) {
        Recording recording = runner.run(input);
        int interval = graph.clock().updateInterval();
        long to = stepOfWindow + input.steps();
        add(recording.spikes(), input.steps(), to / interval);
        stepOfWindow = to % interval;
        return recording;
      }
    };
  }

  private synchronized void add(List<SpikeRaster> rasters, int moreSteps, long moreWindows) {
    steps += moreSteps;
    windows += moreWindows;
    for (int p = 0; p < spikes.length; p++) {
      SpikeRaster raster = rasters.get(p);
      spikes[p] += raster.count(0, raster.steps());
    }
    int[] fired = new int[rasters.stream().mapToInt(SpikeRaster::neurons).max().orElse(0)];
    for (int p = 0; p < reached.length; p++) {
      SpikeRaster from = rasters.get(graph.index(graph.projections().get(p).from()));
      for (int t = 0; t < from.steps(); t++) {
        int count = from.spikes(t, fired);
        for (int k = 0; k < count; k++) {
          accumulates[p] += reached[p][fired[k]];
        }
      }
    }
  }

  /**
   * The means of what was counted.
   *
   * @param episodes over how many episodes, at least 1
   */
  public synchronized Operations mean(int episodes) {
    if (episodes < 1) {
      throw new IllegalArgumentException("Episodes (%d) must be at least 1.".formatted(episodes));
    }
    double each = episodes;
    List<Operations.OfPopulation> populations = new ArrayList<>();
    for (int p = 0; p < spikes.length; p++) {
      Population population = graph.populations().get(p);
      boolean source = population.neuron() instanceof Neuron.SpikeSource;
      populations.add(
          new Operations.OfPopulation(
              population.name(),
              population.size(),
              spikes[p] / each,
              source ? 0 : steps * (long) population.size() / each));
    }
    List<Operations.OfProjection> projections = new ArrayList<>();
    for (int p = 0; p < reached.length; p++) {
      PlasticProjection projection = graph.projections().get(p);
      long updates = projection.rule().isPlastic() ? windows * synapses[p] : 0;
      projections.add(
          new Operations.OfProjection(
              projection.name(),
              synapses[p],
              synapses[p] - Arrays.stream(reached[p]).sum(),
              accumulates[p] / each,
              steps * synapses[p] / each,
              updates / each,
              updates * products(projection) / each));
    }
    List<Operations.OfModule> modules =
        graph.modules().stream()
            .map(
                m ->
                    new Operations.OfModule(
                        m.name(), windows * multiplied(m.block().program().operations()) / each))
            .toList();
    return new Operations(
        steps / each, populations, projections, modules, graph.parameters() * Float.BYTES);
  }

  /** Products at one synapse in one update: of its states, and of the weight that they make. */
  private static long products(PlasticProjection projection) {
    RuleDerivation rule = RuleDerivation.of(projection.rule());
    long products = products(rule.weight());
    for (RuleDerivation.NormalUpdate update : rule.updates()) {
      products += update.state().axis() == Axis.SYNAPSE ? products(update.next()) : 0;
    }
    return products;
  }

  private static long products(Polynomial sum) {
    long products = 0;
    for (Term term : sum.terms()) {
      int factors = term.factors().size() + (Math.abs(term.coefficient()) == 1 ? 0 : 1);
      products += Math.max(0, factors - 1);
    }
    return products;
  }

  private static long multiplied(List<Operation> operations) {
    long sum = 0;
    for (Operation operation : operations) {
      if (operation instanceof Operation.Affine affine) {
        sum += affine.matrix().parameter().size();
      } else if (operation instanceof Operation.TraceProduct product) {
        sum += (long) product.trace().rows() * product.trace().columns();
      }
    }
    return sum;
  }
}
