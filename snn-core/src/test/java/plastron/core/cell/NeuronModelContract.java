package plastron.core.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import plastron.core.lanes.Arriving;
import plastron.core.lanes.Lanes;
import plastron.core.network.Values;
import plastron.core.state.StateReader;
import plastron.core.state.StateWriter;

/** What every neuron model keeps. */
interface NeuronModelContract {

  double DT_MS = 0.1;
  int STEPS = 400;

  /** A model with drawn numbers for so many neurons that spike if they receive a few weights. */
  NeuronModel model(int neurons, SplittableRandom random);

  /** A weight that moves the potential by a part of the way to the threshold. */
  double weight();

  @Property(tries = 20)
  default void partsOfAPopulationAreItsParts(@ForAll @Size(2) int[] lengths, @ForAll long seed) {
    int first = 1 + Math.floorMod(lengths[0], 70);
    int neurons = first + 1 + Math.floorMod(lengths[1], 70);
    SplittableRandom random = new SplittableRandom(seed);
    NeuronModel model = model(neurons, random);
    Cells whole = model.cells(0, neurons, DT_MS);
    Cells part = model.cells(first, neurons, DT_MS);
    int channels = model.channels();
    double[] all = new double[Lanes.padded(neurons) * channels];
    double[] some = new double[Lanes.padded(neurons - first) * channels];
    int[] spiking = new int[neurons];
    for (int t = 1; t <= STEPS; t++) {
      arrive(all, neurons, channels, random);
      for (int c = 0; c < channels; c++) {
        for (int i = first; i < neurons; i++) {
          some[c * Lanes.padded(neurons - first) + i - first] = all[c * Lanes.padded(neurons) + i];
        }
      }
      whole.step(t, Arriving.channels(all, Lanes.padded(neurons)), 0, neurons, spiking);
      part.step(
          t, Arriving.channels(some, Lanes.padded(neurons - first)), 0, neurons - first, spiking);
      for (int i = first; i < neurons; i++) {
        assertThat(part.potentialMv(i - first)).isEqualTo(whole.potentialMv(i));
      }
    }
  }

  @Property(tries = 5)
  default void whatArrivesMakesNeuronsSpikeAndNothingDoesNot(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    NeuronModel model = model(64, random);
    Cells driven = model.cells(0, 64, DT_MS);
    Cells silent = model.cells(0, 64, DT_MS);
    double[] arriving = new double[64 * model.channels()];
    int[] spiking = new int[64];
    int spikes = 0;
    for (int t = 1; t <= STEPS; t++) {
      arrive(arriving, 64, model.channels(), random);
      // Inhibition may be the longer and keep all silent.
      Arrays.fill(arriving, 64, arriving.length, 0);
      spikes += driven.step(t, Arriving.channels(arriving, Lanes.padded(64)), 0, 64, spiking);
      assertThat(
              silent.step(
                  t,
                  Arriving.channels(new double[arriving.length], Lanes.padded(64)),
                  0,
                  64,
                  spiking))
          .isZero();
    }
    assertThat(spikes).isPositive();
  }

  @Property(tries = 10)
  default void neuronsGoOnFromTheirStateWithTheSameBits(
      @ForAll @IntRange(min = 1, max = 200) int neurons, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    NeuronModel model = model(neurons, random);
    Cells whole = model.cells(0, neurons, DT_MS);
    Cells again = model.cells(0, neurons, DT_MS);
    double[] a = new double[Lanes.padded(neurons) * model.channels()];
    double[] b = new double[a.length];
    int[] spiking = new int[neurons];
    for (int t = 1; t <= STEPS; t++) {
      arrive(a, neurons, model.channels(), random);
      if (t == STEPS / 2) {
        ByteArrayOutputStream state = new ByteArrayOutputStream();
        StateWriter writer = new StateWriter(state);
        whole.state(writer);
        writer.end();
        again.state(new StateReader(new ByteArrayInputStream(state.toByteArray())));
      }
      System.arraycopy(a, 0, b, 0, a.length);
      whole.step(t, Arriving.channels(a, Lanes.padded(neurons)), 0, neurons, spiking);
      if (t >= STEPS / 2) {
        again.step(t, Arriving.channels(b, Lanes.padded(neurons)), 0, neurons, spiking);
        for (int i = 0; i < neurons; i++) {
          assertThat(again.potentialMv(i)).isEqualTo(whole.potentialMv(i));
        }
      }
    }
  }

  @Property(tries = 10)
  default void currentsMoveThoseWhomTheyReach(
      @ForAll @IntRange(min = 2, max = 200) int neurons, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    NeuronModel model = model(neurons, random);
    Cells without = model.cells(0, neurons, DT_MS);
    Cells with = model.cells(0, neurons, DT_MS);
    double[] nothing = new double[Lanes.padded(neurons) * model.channels()];
    double[] currentPa = new double[Lanes.padded(neurons)];
    currentPa[1] = 1;
    int[] spiking = new int[neurons];
    for (int t = 1; t <= 10; t++) {
      without.step(t, Arriving.channels(nothing, Lanes.padded(neurons)), 0, neurons, spiking);
      with.inject(currentPa, 0, neurons);
      with.step(t, Arriving.channels(nothing, Lanes.padded(neurons)), 0, neurons, spiking);
    }
    for (int i = 0; i < neurons; i++) {
      if (i == 1) {
        assertThat(with.potentialMv(i)).isGreaterThan(without.potentialMv(i));
      } else {
        assertThat(with.potentialMv(i)).isEqualTo(without.potentialMv(i));
      }
    }
  }

  /** What arrives in a step, at random. */
  default void arrive(double[] to, int neurons, int channels, SplittableRandom random) {
    Arrays.fill(to, 0);
    int row = to.length / channels;
    for (int c = 0; c < channels; c++) {
      for (int i = 0; i < neurons; i++) {
        if (random.nextDouble() < 0.3 / (1 + c)) {
          to[c * row + i] = (c == 0 ? 1 : -1) * weight() * random.nextDouble();
        }
      }
    }
  }

  /** Numbers between two bounds, one for all or one each. */
  static Values drawn(int neurons, double low, double high, SplittableRandom random) {
    return random.nextBoolean()
        ? Values.of(random.nextDouble(low, high))
        : Values.perNeuron(random.doubles(neurons, low, high).toArray());
  }

  /** A membrane that rests below its threshold. */
  static CellMembrane membrane(int neurons, SplittableRandom random) {
    return new CellMembrane(
        drawn(neurons, 100, 300, random),
        drawn(neurons, 5, 30, random),
        drawn(neurons, 0, 3, random),
        drawn(neurons, -70, -65, random),
        drawn(neurons, -75, -65, random),
        drawn(neurons, -55, -50, random),
        drawn(neurons, -20, 20, random),
        drawn(neurons, -70, -60, random));
  }
}
