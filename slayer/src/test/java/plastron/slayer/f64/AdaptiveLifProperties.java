package plastron.slayer.f64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.plasticity.model.Learned;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.Precision;
import plastron.slayer.reference.AdaptiveCase;
import plastron.slayer.reference.GraphCase;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.Tape;
import plastron.slayer.sweep.TapeLimit;

/** Laws of neurons with adaptive thresholds alone. */
class AdaptiveLifProperties {

  private static final double STEP = 2e-7;

  /** Of every number there is: weights, and what each neuron has of its own. */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void gradientsAreCentralDifferences(@ForAll long seed) {
    AdaptiveCase given = new AdaptiveCase(seed);
    Statistics.label("a threshold was raised")
        .collect(given.adapted() > 0)
        .coverage(c -> c.check(true).percentage(p -> p > 60));
    Sweep sweep = Precision.DOUBLE.sweep(given.model, given.options());
    Tape tape = sweep.tape();
    sweep.forward(tape, given.input());
    for (int t = 0; t < tape.steps(); t++) {
      for (int i = 0; i < tape.spikes(1).neurons(); i++) {
        assertThat(tape.spikes(1).get(t, i)).isEqualTo(given.spiked(t, i));
      }
    }
    ParameterLayout layout = new ParameterLayout(given.model);
    FlatVector gradient = new FlatVector(layout.size());
    sweep.backward(tape, given.adjoints());
    sweep.drain(gradient);
    double[] want = new double[layout.size()];
    for (int k = 0; k < want.length; k++) {
      // Losses may bend so much that the error of one difference, by step squared, is seen.
      want[k] = (4 * slope(given, layout, k, STEP / 2) - slope(given, layout, k, STEP)) / 3;
    }
    double scale = Arrays.stream(want).map(Math::abs).max().orElse(0);
    assertThat(gradient.toArray()).containsExactly(want, within(1e-6 * Math.max(1, scale)));
  }

  private static double slope(AdaptiveCase given, ParameterLayout layout, int k, double step) {
    double up = given.loss(moved(layout, given.model, k, step));
    double down = given.loss(moved(layout, given.model, k, -step));
    return (up - down) / (2 * step);
  }

  private static PlasticModel moved(ParameterLayout layout, PlasticModel model, int k, double by) {
    FlatVector values = layout.flatten(model);
    values.set(k, values.get(k) + by);
    return layout.unflatten(values, model);
  }

  /** The same bits: spikes and gradients of all that both have. */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void withoutAdaptationTheyIntegrateAndFire(@ForAll long seed, @ForAll Precision precision) {
    GraphCase given = new GraphCase(seed);
    PlasticModel plain = with(given.model, false);
    PlasticModel adaptive = with(given.model, true);
    Statistics.label("any")
        .collect(!plain.equals(adaptive))
        .coverage(c -> c.check(true).percentage(p -> p > 30));
    List<Object> want = new ArrayList<>();
    List<Object> got = new ArrayList<>();
    run(given, plain, precision, want);
    run(given, adaptive, precision, got);
    assertThat(got).isEqualTo(want);
  }

  private static PlasticModel with(PlasticModel model, boolean adaptive) {
    PlasticGraph graph = model.graph();
    List<Population> populations = new ArrayList<>();
    for (Population p : graph.populations()) {
      Neuron neuron =
          p.neuron() instanceof Neuron.AdaptiveLif alif
              ? adaptive ? new Neuron.AdaptiveLif(alif.lif(), 0, 0.9) : alif.lif()
              : p.neuron();
      populations.add(new Population(p.name(), p.size(), neuron));
    }
    List<Learned> learned =
        graph.learned().stream()
            .filter(l -> l.value() != Learned.Value.ADAPTATION)
            .filter(l -> l.value() != Learned.Value.ADAPTATION_DECAY)
            .toList();
    return model.with(
        new PlasticGraph(
            populations,
            graph.projections(),
            graph.drives(),
            graph.modules(),
            learned,
            graph.clock()));
  }

  private static void run(
      GraphCase given, PlasticModel model, Precision precision, List<Object> shown) {
    Sweep sweep = precision.sweep(model, given.options(TapeLimit.NONE));
    Tape tape = sweep.tape();
    sweep.forward(tape, given.input(model.graph()));
    FlatVector gradient = new FlatVector(new ParameterLayout(model).size());
    sweep.backward(tape, given.adjoints(model.graph()));
    sweep.drain(gradient);
    for (int p : model.graph().computing()) {
      shown.add(tape.spikes(p));
    }
    shown.add(gradient);
  }
}
