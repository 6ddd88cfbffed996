package plastron.core.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static plastron.core.cell.NeuronModelContract.drawn;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import plastron.core.lanes.Arriving;
import plastron.core.lanes.Lanes;
import plastron.core.network.Values;

class IzhikevichTest implements VectorCellsContract {

  @Override
  public NeuronModel model(int neurons, SplittableRandom random) {
    return new Izhikevich(
        drawn(neurons, 0.02, 0.1, random),
        drawn(neurons, 0.18, 0.22, random),
        drawn(neurons, -65, -50, random),
        drawn(neurons, 2, 8, random),
        Values.of(30),
        random.nextBoolean()
            ? Values.of(Double.NEGATIVE_INFINITY)
            : drawn(neurons, -90, -80, random),
        drawn(neurons, -0.2, 0.2, random),
        drawn(neurons, -72, -66, random),
        drawn(neurons, -15, -13, random));
  }

  @Override
  public double weight() {
    return 8;
  }

  /** Two steps by hand, as the equations say them, and one that ends in a spike. */
  @Test
  void takesEulersSteps() {
    Cells cells = one(10, Double.NEGATIVE_INFINITY).cells(0, 1, 0.5);
    double[] arriving = new double[Lanes.padded(1)];
    assertThat(cells.step(1, Arriving.channels(arriving, Lanes.padded(1)), 0, 1, new int[1]))
        .isZero();
    // 0.04 * 4900 - 350 + 140 + 14 + 10 = 10, half of it; u stays at b v.
    assertThat(cells.potentialMv(0)).isCloseTo(-65, within(1e-12));
    arriving[0] = 3;
    assertThat(cells.step(2, Arriving.channels(arriving, Lanes.padded(1)), 0, 1, new int[1]))
        .isZero();
    // 0.04 * 4225 - 325 + 140 + 14 + 10 = 8, half of it, and what arrives.
    assertThat(cells.potentialMv(0)).isCloseTo(-58, within(1e-12));
    arriving[0] = 200;
    assertThat(cells.step(3, Arriving.channels(arriving, Lanes.padded(1)), 0, 1, new int[1]))
        .isOne();
    assertThat(cells.potentialMv(0)).isEqualTo(-65);
    arriving[0] = 0;
    // u is now -14 + 0.01 (0.2 * -65 + 14) + 0.01 (0.2 * -58 + 13.99) + 8 = -5.9661.
    cells.step(4, Arriving.channels(arriving, Lanes.padded(1)), 0, 1, new int[1]);
    assertThat(cells.potentialMv(0)).isCloseTo(-65 + 0.5 * (-16 + 10 + 5.9661), within(1e-12));
  }

  @Test
  void isNoLowerThanItsLeast() {
    Cells cells = one(0, -75).cells(0, 1, 0.5);
    double[] arriving = new double[Lanes.padded(1)];
    arriving[0] = -50;
    cells.step(1, Arriving.channels(arriving, Lanes.padded(1)), 0, 1, new int[1]);
    assertThat(cells.potentialMv(0)).isEqualTo(-75);
  }

  private static Izhikevich one(double currentPa, double leastMv) {
    return new Izhikevich(
        Values.of(0.02),
        Values.of(0.2),
        Values.of(-65),
        Values.of(8),
        Values.of(30),
        Values.of(leastMv),
        Values.of(currentPa),
        Values.of(-70),
        Values.of(-14));
  }
}
