package plastron.plasticity.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.PlasticModel;

class PlasticRunnerProperties {

  private static final List<String> RULES =
      List.of("dp-linear", "dp-oja", "dp-bcm", "ndp-linear", "ndp-oja", "ndp-bcm", "static");

  @Property(tries = 200)
  void agreesWithThePrintedFormulas(@ForAll long seed) {
    Random random = new Random(seed);
    List<String> rules = random.ints(3, 0, RULES.size()).mapToObj(RULES::get).toList();
    PlasticModel model = RandomModel.of(random, rules, 5, 7, 4, 3);
    SpikeRaster input = RandomModel.input(random, 50, 5, 0.2);
    GraphReference reference = new GraphReference(model.graph(), Input.of(input));
    // Closer to a threshold, float and double may differ in a spike.
    Assume.that(reference.margin > 3e-5);

    PlasticRunner runner = PlasticRunner.of(model).withTraces(true);
    Recording recording = runner.run(input);
    int population = 0;
    for (double[][] spikes : reference.spikes.values()) {
      assertThat(recording.spikes().get(population++)).isEqualTo(RecordedRun.raster(spikes));
    }
    assertThat(recording.traces()).hasSameSizeAs(reference.traces);
    for (int w = 0; w < reference.traces.size(); w++) {
      List<float[][]> got = recording.traces().get(w);
      assertThat(got).hasSameSizeAs(runner.projections());
      for (int p = 0; p < got.size(); p++) {
        String projection = runner.projections().get(p);
        double[][] want = GraphReference.of(reference.traces.get(w), projection);
        RecordedRun.close(got.get(p), want, 3e-6);
      }
    }
  }

  @Property(tries = 50)
  void aRunMayBeCutAnywhere(@ForAll long seed) {
    Random random = new Random(seed);
    PlasticModel model = RandomModel.of(random, List.of("ndp-oja", "dp-bcm"), 5, 7, 3);
    SpikeRaster whole = new SpikeRaster(40, 5);
    int cut = random.nextInt(40);
    SpikeRaster[] parts = {new SpikeRaster(cut, 5), new SpikeRaster(40 - cut, 5)};
    for (int n = 0; n < 60; n++) {
      int t = random.nextInt(40);
      int j = random.nextInt(5);
      whole.set(t, j);
      parts[t < cut ? 0 : 1].set(t < cut ? t : t - cut, j);
    }
    PlasticRunner runner = PlasticRunner.of(model).withTraces(true);
    Recording all = runner.run(whole);
    runner.reset();
    Recording first = runner.run(parts[0]);
    Recording second = runner.run(parts[1]);
    assertThat(first.output().count(0, cut) + second.output().count(0, 40 - cut))
        .isEqualTo(all.output().count(0, 40));
    assertThat(first.traces().size() + second.traces().size()).isEqualTo(all.traces().size());
    if (!second.traces().isEmpty()) {
      assertThat(second.traces().getLast().get(0)).isDeepEqualTo(all.traces().getLast().get(0));
    }
  }
}
