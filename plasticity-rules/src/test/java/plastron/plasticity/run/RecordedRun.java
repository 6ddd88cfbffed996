package plastron.plasticity.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.RuleSite;

/**
 * What a run recorded, with the names of what it is of.
 *
 * @param projections in the order of the traces
 */
record RecordedRun(PlasticGraph graph, List<String> projections, Recording recording) {

  Map<String, SpikeRaster> spikes() {
    Map<String, SpikeRaster> spikes = new HashMap<>();
    for (int p = 0; p < graph.populations().size(); p++) {
      spikes.put(graph.populations().get(p).name(), recording.spikes().get(p));
    }
    return spikes;
  }

  float[][][] traces(String projection) {
    int index = projections.indexOf(projection);
    return recording.traces().stream().map(w -> w.get(index)).toArray(float[][][]::new);
  }

  /** Requires the same bits of two runs of the same populations and projections. */
  static void same(RecordedRun a, RecordedRun b) {
    assertThat(b.spikes()).isEqualTo(a.spikes());
    for (RuleSite projection : a.graph().projections()) {
      assertThat(b.traces(projection.name())).isDeepEqualTo(a.traces(projection.name()));
    }
    a.recording()
        .potentials()
        .forEach(
            (name, potentials) ->
                assertThat(GraphReference.of(b.recording().potentials(), name))
                    .isDeepEqualTo(potentials));
  }

  static SpikeRaster raster(double[][] spikes) {
    SpikeRaster raster = new SpikeRaster(spikes.length, spikes[0].length);
    for (int t = 0; t < spikes.length; t++) {
      for (int i = 0; i < spikes[t].length; i++) {
        if (spikes[t][i] == 1) {
          raster.set(t, i);
        }
      }
    }
    return raster;
  }

  static void close(float[][] got, double[][] want, double tolerance) {
    double worst = 0;
    assertThat(Arrays.stream(got).map(row -> row.length))
        .isEqualTo(Arrays.stream(want).map(row -> row.length).toList());
    for (int j = 0; j < want.length; j++) {
      for (int i = 0; i < want[j].length; i++) {
        worst = Math.max(worst, Math.abs(got[j][i] - want[j][i]));
      }
    }
    assertThat(worst).isLessThan(tolerance);
  }
}
