package plastron.core.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static plastron.core.cell.NeuronModelContract.drawn;
import static plastron.core.cell.NeuronModelContract.membrane;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import plastron.core.lanes.Arriving;
import plastron.core.lanes.Lanes;
import plastron.core.network.Values;

class IafCondExpTest implements VectorCellsContract {

  @Override
  public NeuronModel model(int neurons, SplittableRandom random) {
    return new IafCondExp(
        membrane(neurons, random),
        drawn(neurons, 1, 8, random),
        drawn(neurons, 1, 8, random),
        drawn(neurons, -5, 5, random),
        drawn(neurons, -85, -75, random));
  }

  @Override
  public double weight() {
    return 40;
  }

  @Test
  void isOfSecondOrder() {
    double exact = potential(1e-4);
    double coarse = Math.abs(potential(0.1) - exact);
    double fine = Math.abs(potential(0.05) - exact);
    assertThat(coarse).isLessThan(1e-2);
    assertThat(coarse / fine).isBetween(3., 5.);
  }

  /** 6 ms after spikes on both conductances, which meet a potential at rest. */
  private static double potential(double dtMs) {
    CellMembrane membrane =
        new CellMembrane(
            Values.of(200),
            Values.of(20),
            Values.of(5),
            Values.of(-60),
            Values.of(-60),
            Values.of(-40),
            Values.of(100),
            Values.of(-50));
    Cells cells =
        new IafCondExp(membrane, Values.of(5), Values.of(10), Values.of(0), Values.of(-80))
            .cells(0, 1, dtMs);
    double[] arriving = new double[2 * Lanes.padded(1)];
    long steps = Math.round(6 / dtMs);
    arriving[0] = 12;
    arriving[Lanes.padded(1)] = -30;
    for (long t = 0; t <= steps; t++) {
      cells.step(t, Arriving.channels(arriving, Lanes.padded(1)), 0, 1, new int[1]);
      Arrays.fill(arriving, 0);
    }
    return cells.potentialMv(0);
  }
}
