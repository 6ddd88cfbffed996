package plastron.slayer.f64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.run.PlasticRunner;
import plastron.slayer.Precision;
import plastron.slayer.reference.GraphCase;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepObserver;
import plastron.slayer.sweep.Tape;
import plastron.slayer.sweep.TapeLimit;

/** Laws of sweeps over graphs of any form. */
class GraphSweepProperties {

  /** What a sweep says of a case. */
  private record Run(Map<String, SpikeRaster> spikes, double margin, FlatVector gradient) {}

  private static Run run(
      GraphCase given, PlasticModel model, TapeLimit limit, Precision precision) {
    PlasticGraph graph = model.graph();
    Sweep sweep = precision.sweep(model, given.options(limit));
    Tape tape = sweep.tape();
    sweep.forward(tape, given.input(graph));
    FlatVector gradient = new FlatVector(new ParameterLayout(model).size());
    sweep.backward(tape, given.adjoints(graph));
    sweep.drain(gradient);
    Map<String, SpikeRaster> spikes = new HashMap<>();
    for (int p : graph.computing()) {
      spikes.put(graph.populations().get(p).name(), tape.spikes(p));
    }
    return new Run(spikes, margin(sweep, tape, graph), gradient);
  }

  /** How near a potential came to its threshold; a threshold that is driven counts as near. */
  private static double margin(Sweep sweep, Tape tape, PlasticGraph graph) {
    double[] nearest = {Double.POSITIVE_INFINITY};
    sweep.replay(
        tape,
        new SweepObserver() {
          @Override
          public void potential(int population, int step, int neuron, double u) {
            double theta = threshold(graph.populations().get(population), neuron);
            nearest[0] = Math.min(nearest[0], Math.abs(u - theta));
          }

          @Override
          public void symbol(int window, int site, String symbol, int from, int to, double value) {}
        });
    return nearest[0];
  }

  private static double threshold(Population population, int neuron) {
    return switch (population.neuron()) {
      case Neuron.Srm srm -> srm.theta().at(neuron);
      case Neuron.Lif lif -> lif.theta().at(neuron);
      default -> Double.POSITIVE_INFINITY;
    };
  }

  /**
   * What is trained is what the simulator runs; where both differ, a potential is at a threshold.
   */
  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void spikesAreTheSimulators(@ForAll long seed) {
    GraphCase given = new GraphCase(seed);
    Run swept = run(given, given.model, TapeLimit.NONE, Precision.DOUBLE);
    boolean driven =
        given.model.graph().drives().stream().anyMatch(d -> d.target() == Drive.Target.THRESHOLD);
    Assume.that(!driven && swept.margin() > 1e-4);
    Recording ran = PlasticRunner.of(given.model).run(given.input(given.model.graph()));
    List<Population> populations = given.model.graph().populations();
    for (int p : given.model.graph().computing()) {
      assertThat(swept.spikes().get(populations.get(p).name()))
          .as("spikes of %s", populations.get(p))
          .isEqualTo(ran.spikes().get(p));
    }
  }

  /** Up to rounding, which sums in another order. */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void theOrderOfPopulationsDoesNotMatter(@ForAll long seed) {
    GraphCase given = new GraphCase(seed);
    Run one = run(given, given.model, TapeLimit.NONE, Precision.DOUBLE);
    PlasticModel shuffled = given.shuffled(seed + 1);
    Run other = run(given, shuffled, TapeLimit.NONE, Precision.DOUBLE);
    // Sums in another order move a potential by a rounding.
    Assume.that(one.margin() > 1e-9);
    assertThat(other.spikes()).isEqualTo(one.spikes());
    double scale = Arrays.stream(one.gradient().toArray()).map(Math::abs).max().orElse(0);
    assertThat(other.gradient().toArray())
        .containsExactly(one.gradient().toArray(), within(1e-10 * Math.max(scale, 1e-3)));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void whatATapeKeepsChangesNoBit(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int windows,
      @ForAll @IntRange(min = 7, max = 20) int bits,
      @ForAll Precision precision) {
    GraphCase given = new GraphCase(seed);
    Run whole = run(given, given.model, TapeLimit.NONE, precision);
    Run cut = run(given, given.model, new TapeLimit(windows, 1L << bits), precision);
    assertThat(cut.spikes()).isEqualTo(whole.spikes());
    assertThat(cut.gradient()).isEqualTo(whole.gradient());
  }

  /** Learned numbers of neurons move as the vector says. */
  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void aVectorIsTheModelThatItWasMadeOf(@ForAll long seed) {
    PlasticModel model = new GraphCase(seed).model;
    ParameterLayout layout = new ParameterLayout(model);
    FlatVector values = layout.flatten(model);
    PlasticModel again = layout.unflatten(values, model);
    assertThat(layout.flatten(again)).isEqualTo(values);
    List<Population> populations = new ArrayList<>(again.graph().populations());
    assertThat(populations).isEqualTo(model.graph().populations());
  }
}
