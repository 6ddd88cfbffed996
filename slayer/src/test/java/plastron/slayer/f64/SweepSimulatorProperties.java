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
import plastron.plasticity.model.PlasticProjection;
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
    SweepRun single = SweepRun.of(given, Precision.FLOAT);
    PlasticRunner runner = PlasticRunner.of(given.model());
    List<SpikeRaster> spikes = runner.run(given.episode()).spikes();
    for (int l = 0; l < sweep.spikes().size(); l++) {
      assertThat(sweep.spikes().get(l)).as("spikes of layer %d", l).isEqualTo(spikes.get(l + 1));
    }
    for (int p = 0; p < given.graph().projections().size(); p++) {
      PlasticProjection projection = given.graph().projections().get(p);
      if (projection.rule().isPlastic() && given.showsLast(projection)) {
        assertClose(sweep.traces()[p], single.traces()[p], runner.value(projection.name(), "E"));
      }
    }
    Statistics.label("recurrent")
        .collect(given.isRecurrent())
        .coverage(c -> c.check(true).percentage(p -> p > 30));
  }

  /** Some rules amplify what single precision loses, which the sweep in single precision shows. */
  private static void assertClose(double[][] got, double[][] single, float[][] want) {
    double lost = 0;
    for (int j = 0; j < got.length; j++) {
      for (int i = 0; i < got[j].length; i++) {
        lost = Math.max(lost, Math.abs(got[j][i] - single[j][i]));
      }
    }
    for (int j = 0; j < got.length; j++) {
      for (int i = 0; i < got[j].length; i++) {
        assertThat(got[j][i])
            .as("trace [%d][%d]", j, i)
            .isCloseTo(want[j][i], within(1e-4 * Math.max(1, Math.abs(want[j][i])) + 10 * lost));
      }
    }
  }
}
