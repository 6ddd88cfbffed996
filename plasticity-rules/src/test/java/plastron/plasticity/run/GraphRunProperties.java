package plastron.plasticity.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import plastron.core.network.DelayPlace;
import plastron.core.network.Population;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.expr.Role;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.rule.PlasticityRule;

class GraphRunProperties {

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void agreesWithTheReference(@ForAll long seed) {
    RandomGraph world = new RandomGraph(seed);
    PlasticGraph graph = world.model.graph();
    GraphReference reference = new GraphReference(graph, world.input(graph));
    // Closer to a threshold, float and double may differ in a spike.
    double tolerance = 2e-5 * reference.scale;
    boolean clear = reference.margin > tolerance;
    Statistics.label("clear of thresholds")
        .collect(clear)
        .coverage(c -> c.check(true).percentage(p -> p > 80));
    Assume.that(clear);

    PlasticRunner runner = PlasticRunner.of(world.model).withTraces(true);
    Recording recording = runner.run(world.input(graph));
    for (int p = 0; p < graph.populations().size(); p++) {
      String name = graph.populations().get(p).name();
      assertThat(recording.spikes().get(p))
          .as("spikes of %s", name)
          .isEqualTo(RecordedRun.raster(GraphReference.of(reference.spikes, name)));
    }
    recording
        .potentials()
        .forEach(
            (name, got) ->
                RecordedRun.close(got, GraphReference.of(reference.potentials, name), tolerance));
    assertThat(recording.traces()).hasSameSizeAs(reference.traces);
    for (int w = 0; w < reference.traces.size(); w++) {
      for (int q = 0; q < graph.projections().size(); q++) {
        PlasticProjection projection = graph.projections().get(q);
        double[][] want = GraphReference.of(reference.traces.get(w), projection.name());
        RecordedRun.close(
            recording.traces().get(w).get(q),
            Sparse.existing(want, graph.sparse(projection)),
            1e-5);
      }
    }
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void theOrderOfPopulationsDoesNotMatter(@ForAll long seed) {
    RandomGraph world = new RandomGraph(seed);
    List<Population> shuffled = new ArrayList<>(world.model.graph().populations());
    Collections.shuffle(shuffled, new Random(seed));
    PlasticModel other = world.model.with(world.model.graph().withPopulations(shuffled));
    RecordedRun.same(run(world.model, world), run(other, world));
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void aRunMayBeCutAtWindows(@ForAll long seed) {
    RandomGraph world = new RandomGraph(seed);
    PlasticGraph graph = world.model.graph();
    PlasticRunner runner = PlasticRunner.of(world.model).withTraces(true);
    Recording whole = runner.run(world.input(graph));
    int interval = graph.clock().updateInterval();
    int window = new Random(seed).nextInt(world.steps / interval + 1);
    int cut = window * interval;
    runner.reset();
    Recording head = runner.run(part(world.input(graph), 0, cut, 0));
    Recording tail = runner.run(part(world.input(graph), cut, world.steps, window));
    for (int p = 0; p < graph.populations().size(); p++) {
      SpikeRaster all = whole.spikes().get(p);
      assertThat(head.spikes().get(p)).isEqualTo(part(all, 0, cut));
      assertThat(tail.spikes().get(p)).isEqualTo(part(all, cut, world.steps));
    }
    List<List<float[][]>> traces = new ArrayList<>(head.traces());
    traces.addAll(tail.traces());
    assertThat(traces).hasSameSizeAs(whole.traces());
    for (int w = 0; w < traces.size(); w++) {
      assertThat(traces.get(w).toArray(float[][][]::new))
          .isDeepEqualTo(whole.traces().get(w).toArray(float[][][]::new));
    }
  }

  /** Unless weights change meanwhile, as they do not of what is not delayed. */
  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void aDelayIsTheSameOnEitherSideOfASynapse(@ForAll long seed) {
    Random random = new Random(seed);
    PlasticModel model = RandomModel.of(random, List.of("ndp-oja", "dp-bcm", "static"), 4, 6, 3);
    SpikeRaster input = RandomModel.input(random, 50, 4, 0.3);
    List<PlasticProjection> projections = new ArrayList<>();
    for (PlasticProjection p : model.graph().projections()) {
      boolean same = !p.from().equals(p.to()) || !p.rule().isPlastic();
      projections.add(same ? p.delayedIn(DelayPlace.AXON) : p);
    }
    RecordedRun.same(run(model, input), run(model.withProjections(projections), input));
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void aSignalOfOnesIsNoModulation(@ForAll long seed) {
    PlasticModel external = modulated(seed, new ModulatorSource.ExternalScalar());
    PlasticModel one = modulated(seed, new ModulatorSource.ConstantOne());
    SpikeRaster input = RandomModel.input(new Random(seed), 50, 4, 0.3);
    double[] ones = new double[50];
    Arrays.fill(ones, 1);
    Input given = new Input(List.of(input), Map.of("M", Signal.of(ones)));
    RecordedRun.same(run(external, given), run(one, Input.of(input)));
  }

  private static PlasticModel modulated(long seed, ModulatorSource source) {
    PlasticModel drawn =
        RandomModel.of(new Random(seed), List.of("ndp-oja", "ndp-linear", "ndp-elig"), 4, 6, 3);
    return drawn.withProjections(
        drawn.graph().projections().stream().map(p -> modulated(p, source)).toList());
  }

  private static PlasticProjection modulated(PlasticProjection p, ModulatorSource source) {
    double clip = p.rule().symbol("E").orElseThrow().bounds().high();
    PlasticityRule rule =
        RandomModel.rule(p.rule().name(), RuleOptions.paper().clippedAt(clip).modulatedBy(source));
    Map<String, String> sources = new LinkedHashMap<>();
    rule.symbols(Role.EXTERNAL).forEach(s -> sources.put(s.name(), s.name()));
    Map<String, double[][]> parameters = new LinkedHashMap<>(p.parameters());
    parameters.remove("W_m");
    return new PlasticProjection(
        p.name(),
        p.from(),
        p.to(),
        p.kernel(),
        p.delivery(),
        p.place(),
        p.latency(),
        rule,
        sources,
        parameters);
  }

  private static RecordedRun run(PlasticModel model, RandomGraph world) {
    return run(model, world.input(model.graph()));
  }

  private static RecordedRun run(PlasticModel model, SpikeRaster input) {
    return run(model, Input.of(input));
  }

  private static RecordedRun run(PlasticModel model, Input input) {
    PlasticRunner runner = PlasticRunner.of(model).withTraces(true);
    return new RecordedRun(model.graph(), runner.projections(), runner.run(input));
  }

  private static Input part(Input whole, int from, int to, int firstWindow) {
    Map<String, Signal> signals = new LinkedHashMap<>();
    whole
        .signals()
        .forEach(
            (name, signal) -> {
              double[][] rest = new double[Math.max(0, signal.windows() - firstWindow)][];
              for (int w = 0; w < rest.length; w++) {
                rest[w] = new double[signal.width()];
                for (int i = 0; i < rest[w].length; i++) {
                  rest[w][i] = signal.at(firstWindow + w, i);
                }
              }
              signals.put(name, Signal.perNeuron(rest));
            });
    return new Input(whole.spikes().stream().map(s -> part(s, from, to)).toList(), signals);
  }

  private static SpikeRaster part(SpikeRaster whole, int from, int to) {
    SpikeRaster part = new SpikeRaster(to - from, whole.neurons());
    for (int t = from; t < to; t++) {
      for (int i = 0; i < whole.neurons(); i++) {
        if (whole.get(t, i)) {
          part.set(t - from, i);
        }
      }
    }
    return part;
  }
}
