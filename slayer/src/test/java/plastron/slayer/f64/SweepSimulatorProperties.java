package plastron.slayer.f64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.statistics.Statistics;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.layered.PlasticLayer;
import plastron.plasticity.run.PlasticRunner;
import plastron.slayer.Precision;
import plastron.slayer.reference.SweepCase;
import plastron.slayer.reference.SweepCases;

/** What is trained is what the simulator runs: the same spikes and traces. */
@Domain(SweepCases.class)
class SweepSimulatorProperties {

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void spikesAndTracesAreTheSimulators(@ForAll SweepCase given) {
    // Closer to a threshold, float and double may differ in a spike.
    Assume.that(given.reference().margin() > 1e-4);
    SweepRun sweep = SweepRun.of(given, Precision.DOUBLE);
    PlasticRunner runner = PlasticRunner.of(given.model());
    List<SpikeRaster> spikes = runner.run(given.episode()).spikes();
    for (int l = 0; l < given.model().layers().size(); l++) {
      PlasticLayer layer = given.model().layers().get(l);
      assertThat(sweep.spikes().get(l)).as("spikes of layer %d", l).isEqualTo(spikes.get(l + 1));
      if (layer.rule().isPlastic()) {
        assertClose(
            sweep.traces()[l][PlasticLayer.FEEDFORWARD],
            value(runner, layer, PlasticLayer.FEEDFORWARD));
      }
      if (layer.recurrent().map(r -> r.rule().isPlastic()).orElse(false)) {
        assertClose(
            sweep.traces()[l][PlasticLayer.RECURRENT],
            value(runner, layer, PlasticLayer.RECURRENT));
      }
    }
    Statistics.label("recurrent")
        .collect(given.isRecurrent())
        .coverage(c -> c.check(true).percentage(p -> p > 30));
  }

  private static float[][] value(PlasticRunner runner, PlasticLayer layer, int projection) {
    return runner.value(layer.projectionName(projection), "E");
  }

  private static void assertClose(double[][] got, float[][] want) {
    for (int j = 0; j < got.length; j++) {
      for (int i = 0; i < got[j].length; i++) {
        assertThat(got[j][i])
            .as("trace [%d][%d]", j, i)
            .isCloseTo(want[j][i], within(1e-4 * Math.max(1, Math.abs(want[j][i]))));
      }
    }
  }
}
