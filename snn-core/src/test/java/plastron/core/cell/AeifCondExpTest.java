package plastron.core.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static plastron.core.cell.NeuronModelContract.drawn;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.lanes.Arriving;
import plastron.core.lanes.Lanes;
import plastron.core.network.Values;

class AeifCondExpTest implements NeuronModelContract {

  private static final double C = 281;
  private static final double LEAK = 30;
  private static final double REST = -70.6;
  private static final double SLOPE = 2;
  private static final double ONSET = -50.4;
  private static final double A = 4;
  private static final double B = 80.5;
  private static final double TAU_W = 144;
  private static final double EX = 5;
  private static final double IN = 10;
  private static final double E_IN = -85;
  private static final double PEAK = 0;
  private static final double RESET = -60;
  private static final double ARRIVAL_MS = 6;
  private static final double END_MS = 60;
  private static final double EXCITATION = 12;
  private static final double INHIBITION = 15;

  @Override
  public NeuronModel model(int neurons, SplittableRandom random) {
    CellMembrane membrane =
        new CellMembrane(
            drawn(neurons, 200, 300, random),
            drawn(neurons, 5, 15, random),
            random.nextBoolean() ? Values.of(0) : drawn(neurons, 0, 3, random),
            drawn(neurons, -72, -68, random),
            drawn(neurons, -65, -55, random),
            drawn(neurons, -10, 20, random),
            drawn(neurons, -20, 20, random),
            drawn(neurons, -72, -65, random));
    return new AeifCondExp(
        membrane,
        drawn(neurons, 1, 3, random),
        drawn(neurons, -53, -48, random),
        drawn(neurons, 0, 5, random),
        drawn(neurons, 0, 100, random),
        drawn(neurons, 50, 150, random),
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
    double exact = reference(300);
    double coarse = Math.abs(potential(300, 0.1) - exact);
    double fine = Math.abs(potential(300, 0.05) - exact);
    assertThat(coarse).isLessThan(1e-5);
    assertThat(coarse / fine).isBetween(3., 5.);
  }

  @ParameterizedTest
  @ValueSource(doubles = {850, 870, 890, 910, 930})
  void isCloseBehindSpikes(double currentPa) {
    Cells cells = cells(currentPa, 0.1);
    assertThat(run(cells, 0.1)).isEqualTo(3);
    double exact = reference(currentPa);
    assertThat(cells.potentialMv(0)).isCloseTo(exact, within(5e-4));
    assertThat(potential(currentPa, 0.025)).isCloseTo(exact, within(1e-4));
  }

  @Test
  void isStableInLongSteps() {
    assertThat(run(cells(900, 1), 1)).isEqualTo(3);
    Cells cells = cells(0, 1);
    double[] arriving = new double[2 * Lanes.padded(1)];
    arriving[Lanes.padded(1)] = -1e6;
    cells.step(1, Arriving.channels(arriving, Lanes.padded(1)), 0, 1, new int[1]);
    arriving[Lanes.padded(1)] = 0;
    cells.step(2, Arriving.channels(arriving, Lanes.padded(1)), 0, 1, new int[1]);
    assertThat(cells.potentialMv(0)).isCloseTo(E_IN, within(1e-2));
    arriving[0] = 1e9;
    cells.step(3, Arriving.channels(arriving, Lanes.padded(1)), 0, 1, new int[1]);
    arriving[0] = 0;
    assertThat(cells.step(4, Arriving.channels(arriving, Lanes.padded(1)), 0, 1, new int[1]))
        .isOne();
  }

  private static double potential(double currentPa, double dtMs) {
    Cells cells = cells(currentPa, dtMs);
    run(cells, dtMs);
    return cells.potentialMv(0);
  }

  /** Runs to the end, through spikes that arrive on both conductances; how often it spikes. */
  private static int run(Cells cells, double dtMs) {
    double[] arriving = new double[2 * Lanes.padded(1)];
    int spikes = 0;
    for (long t = 1; t <= Math.round(END_MS / dtMs); t++) {
      if (t == Math.round(ARRIVAL_MS / dtMs)) {
        arriving[0] = EXCITATION;
        arriving[Lanes.padded(1)] = -INHIBITION;
      }
      spikes += cells.step(t, Arriving.channels(arriving, Lanes.padded(1)), 0, 1, new int[1]);
      Arrays.fill(arriving, 0);
    }
    return spikes;
  }

  private static Cells cells(double currentPa, double dtMs) {
    CellMembrane membrane =
        new CellMembrane(
            Values.of(C),
            Values.of(C / LEAK),
            Values.of(0),
            Values.of(REST),
            Values.of(RESET),
            Values.of(PEAK),
            Values.of(currentPa),
            Values.of(REST));
    return new AeifCondExp(
            membrane,
            Values.of(SLOPE),
            Values.of(ONSET),
            Values.of(A),
            Values.of(B),
            Values.of(TAU_W),
            Values.of(EX),
            Values.of(IN),
            Values.of(0),
            Values.of(E_IN))
        .cells(0, 1, dtMs);
  }

  /** By the classical Runge-Kutta method in steps so short that their errors do not show. */
  private static double reference(double currentPa) {
    double[] y = {REST, 0, 0, 0};
    advance(y, currentPa, ARRIVAL_MS);
    y[2] = EXCITATION;
    y[3] = INHIBITION;
    advance(y, currentPa, END_MS - ARRIVAL_MS);
    return y[0];
  }

  private static void advance(double[] y, double currentPa, double ms) {
    double left = ms;
    while (left > 0) {
      // Shorter and shorter while the potential rises.
      double h = Math.min(left, 2e-3 / (1 + Math.exp((y[0] - ONSET) / SLOPE)));
      double[] k1 = slopes(y, currentPa);
      double[] k2 = slopes(moved(y, k1, h / 2), currentPa);
      double[] k3 = slopes(moved(y, k2, h / 2), currentPa);
      double[] k4 = slopes(moved(y, k3, h), currentPa);
      for (int j = 0; j < y.length; j++) {
        y[j] += h / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]);
      }
      left -= h;
      if (y[0] >= PEAK) {
        y[0] = RESET;
        y[1] += B;
      }
    }
  }

  private static double[] moved(double[] y, double[] slopes, double by) {
    double[] moved = y.clone();
    for (int j = 0; j < y.length; j++) {
      moved[j] += by * slopes[j];
    }
    return moved;
  }

  /** Of potential, adaptation and the two conductances. */
  private static double[] slopes(double[] y, double currentPa) {
    double v = Math.min(y[0], PEAK);
    double current =
        -LEAK * (v - REST)
            + LEAK * SLOPE * Math.exp((v - ONSET) / SLOPE)
            - y[1]
            - y[2] * v
            - y[3] * (v - E_IN)
            + currentPa;
    return new double[] {current / C, (A * (v - REST) - y[1]) / TAU_W, -y[2] / EX, -y[3] / IN};
  }
}
