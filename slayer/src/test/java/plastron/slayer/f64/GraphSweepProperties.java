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
import net.jqwik.api.statistics.Statistics;
import plastron.core.network.Population;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RuleSite;
import plastron.plasticity.run.PlasticRunner;
import plastron.slayer.Precision;
import plastron.slayer.reference.GraphCase;
import plastron.slayer.reference.InertSynapses;
import plastron.slayer.reference.ThresholdMargin;
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

  /** How near a potential came to its threshold. */
  private static double margin(Sweep sweep, Tape tape, PlasticGraph graph) {
    ThresholdMargin margin = new ThresholdMargin(graph);
    sweep.replay(
        tape,
        new SweepObserver() {
          @Override
          public void potential(int population, int step, int neuron, double u) {
            margin.see(population, neuron, u);
          }

          @Override
          public void symbol(int window, int site, String symbol, int from, int to, double value) {}
        });
    return margin.nearest();
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

  /** Up to rounding: sums over the synapses of a neuron are formed in another order. */
  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void anAbsentSynapseIsOneOfWeightZeroWithAFrozenTrace(@ForAll long seed) {
    GraphCase given = new GraphCase(seed);
    PlasticModel inert = InertSynapses.of(given.model);
    PlasticGraph graph = given.model.graph();
    Run absent = run(given, given.model, TapeLimit.NONE, Precision.DOUBLE);
    Run among = run(given, inert, TapeLimit.NONE, Precision.DOUBLE);
    boolean clear = absent.margin() > 1e-9;
    Statistics.label("clear of thresholds")
        .collect(clear)
        .coverage(c -> c.check(true).percentage(p -> p > 80));
    Assume.that(clear);
    assertThat(absent.spikes()).isEqualTo(among.spikes());
    double scale = Arrays.stream(absent.gradient().toArray()).map(Math::abs).max().orElse(0);
    ParameterLayout layout = new ParameterLayout(given.model);
    ParameterLayout all = new ParameterLayout(inert);
    for (ParameterLayout.RuleSlot slot : layout.rules()) {
      RuleSite site = graph.sites().get(slot.site());
      double[][] got = layout.matrix(slot, absent.gradient());
      double[][] want = all.matrix(of(all, slot), among.gradient());
      if (slot.symbol().axis() == Axis.SYNAPSE) {
        want = InertSynapses.existing(want, graph.sparse(site));
      }
      for (int j = 0; j < want.length; j++) {
        assertThat(got[j])
            .as("%s of %s, row %d", slot.symbol(), site.name(), j)
            .containsExactly(want[j], within(1e-10 * Math.max(scale, 1e-3)));
      }
    }
  }

  private static ParameterLayout.RuleSlot of(
      ParameterLayout layout, ParameterLayout.RuleSlot slot) {
    return layout.rules().stream()
        .filter(s -> s.site() == slot.site() && s.symbol().equals(slot.symbol()))
        .findFirst()
        .orElseThrow();
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void aListOfAllSynapsesIsDense(@ForAll long seed, @ForAll Precision precision) {
    GraphCase given = new GraphCase(seed);
    PlasticModel listed = InertSynapses.listed(given.model);
    Run dense = run(given, given.model, TapeLimit.NONE, precision);
    Run list = run(given, listed, TapeLimit.NONE, precision);
    assertThat(list.spikes()).isEqualTo(dense.spikes());
    assertThat(list.gradient()).isEqualTo(dense.gradient());
    assertThat(precision.memory(listed.graph(), given.options(TapeLimit.NONE)).bytes())
        .isEqualTo(precision.memory(given.model.graph(), given.options(TapeLimit.NONE)).bytes());
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
