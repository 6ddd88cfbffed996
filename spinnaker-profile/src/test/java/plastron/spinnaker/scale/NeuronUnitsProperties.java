package plastron.spinnaker.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import plastron.core.network.Neuron;
import plastron.export.diagnostic.Diagnostics;
import plastron.spinnaker.emulator.LifPopulation;

class NeuronUnitsProperties {

  private static final NeuronReport REPORT =
      new NeuronReport(new LayerDiagnostics("layer", new Diagnostics()));

  /**
   * The core's neuron against the trained one, both driven by the same input and reset by the
   * core's spikes.
   */
  @Property(tries = 300)
  void theCoreFollowsTheTrainedNeuronStepByStep(
      @ForAll @DoubleRange(min = 1, max = 60) double tauMembrane,
      @ForAll @DoubleRange(min = 0, max = 30) double tauSynapse,
      @ForAll @DoubleRange(min = -0.02, max = 0.05) double bias,
      @ForAll @IntRange(min = -3, max = 4) int exponent,
      @ForAll @IntRange(max = 3) int refractory,
      @ForAll long seed) {
    Neuron.Lif neuron =
        new Neuron.Lif(1, Math.exp(-1 / tauMembrane), bias, Neuron.Reset.HARD, refractory);
    double decay = tauSynapse < 0.5 ? 0 : Math.exp(-1 / tauSynapse);
    NeuronUnits units = NeuronUnits.choose(neuron, decay, exponent, REPORT).orElseThrow();
    LifPopulation core =
        new LifPopulation(List.of(units.parameters()), units.ringShift(), units.ringShift());
    Random random = new Random(seed);
    double lsb = Math.scalb(1.0, exponent - 15);
    double i = 0;
    double v = 0;
    double scale = 1;
    int hold = 0;
    int[] spikes = new int[1];
    for (int t = 0; t < 400; t++) {
      int raw = random.nextInt(6) == 0 ? random.nextInt((int) Math.min(65536, 0.4 / lsb)) : 0;
      boolean inhibits = random.nextInt(3) == 0;
      core.receive(new int[] {inhibits ? 0 : raw}, new int[] {inhibits ? raw : 0});
      i = decay * i + (inhibits ? -raw : raw) * lsb;
      scale = Math.max(scale, Math.abs(i) * (1 + tauMembrane));
      v = hold > 0 ? 0 : neuron.decay().uniform() * v + i + bias;
      hold = Math.max(0, hold - 1);
      int count = core.update(spikes);
      if (count > 0) {
        assertThat(v).isGreaterThan(1 - 2e-3 * scale);
        v = 0;
        hold = refractory;
      } else {
        assertThat(v).isLessThan(1 + 2e-3 * scale);
      }
      assertThat(core.v(0) / 32768.0 / units.voltage())
          .isCloseTo(v, org.assertj.core.data.Offset.offset(2e-3 * scale));
    }
    assertThat(core.currentWraps() + core.driveWraps() + core.voltageWraps()).isZero();
  }

  /** Whatever fills the ring buffer, nothing wraps. */
  @Property(tries = 100)
  void fullSlotsInEveryStepWrapNothing(
      @ForAll @DoubleRange(min = 1, max = 300) double tauMembrane,
      @ForAll @DoubleRange(min = 1, max = 300) double tauSynapse,
      @ForAll @IntRange(min = -8, max = 8) int exponent) {
    Neuron.Lif neuron = new Neuron.Lif(1, Math.exp(-1 / tauMembrane), 0, Neuron.Reset.HARD, 0);
    NeuronUnits units =
        NeuronUnits.choose(neuron, Math.exp(-1 / tauSynapse), exponent, REPORT).orElseThrow();
    LifPopulation core =
        new LifPopulation(List.of(units.parameters()), units.ringShift(), units.ringShift());
    int[] full = {65535};
    int[] none = {0};
    int[] spikes = new int[1];
    for (int t = 0; t < 4000; t++) {
      core.receive(t < 2000 ? none : full, t < 2000 ? full : none);
      core.update(spikes);
    }
    assertThat(core.currentWraps() + core.driveWraps() + core.voltageWraps()).isZero();
  }
}
