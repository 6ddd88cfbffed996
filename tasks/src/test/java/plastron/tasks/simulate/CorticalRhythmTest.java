package plastron.tasks.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import plastron.core.simulate.Simulation;
import plastron.core.simulate.SpikeTrains;
import plastron.tasks.circuit.CircuitFile;

/** What the example with Izhikevich's network is said to show. */
class CorticalRhythmTest {

  private static final int SETTLE_MS = 200;
  private static final int MS = 2200;

  @Test
  void theCortexHasAFastRhythm() {
    CircuitFile file =
        CircuitFile.read(Path.of("../examples/circuits/izhikevich.toml"), OptionalLong.empty(), 1);
    Simulation simulation = new Simulation(file.circuit(), file.dtMs(), file.seed(), 2);
    simulation.run(Math.round(MS / file.dtMs()));
    double[] counts = new double[MS - SETTLE_MS];
    for (String population : List.of("E", "I")) {
      SpikeTrains spikes = simulation.spikes(population);
      for (int k = 0; k < spikes.size(); k++) {
        int ms = (int) ((spikes.step(k) - 1) * file.dtMs()) - SETTLE_MS;
        if (ms >= 0) {
          counts[ms]++;
        }
      }
    }
    assertThat(power(counts, 40, 50))
        .isGreaterThan(4 * power(counts, 20, 30))
        .isGreaterThan(4 * power(counts, 60, 70));
  }

  /** Mean over the frequencies of a band, Hz. */
  private static double power(double[] counts, int fromHz, int toHz) {
    double sum = 0;
    int bins = 0;
    for (double hz = fromHz; hz < toHz; hz += 1000. / counts.length) {
      double cosine = 0;
      double sine = 0;
      for (int ms = 0; ms < counts.length; ms++) {
        double phase = 2 * Math.PI * hz * ms / 1000;
        cosine += counts[ms] * Math.cos(phase);
        sine += counts[ms] * Math.sin(phase);
      }
      sum += cosine * cosine + sine * sine;
      bins++;
    }
    return sum / bins;
  }
}
