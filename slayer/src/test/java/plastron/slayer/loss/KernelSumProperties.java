package plastron.slayer.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import plastron.core.network.Kernel;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.sweep.OutputAdjoint;

/** The recursions are the sums that define them. */
class KernelSumProperties {

  @Property(tries = 500)
  void recursionsAreTheirSums(@ForAll long seed, @ForAll @IntRange(max = 300) int steps) {
    Random random = new Random(seed);
    double tau = Math.exp(random.nextDouble(-2, 6));
    Kernel kernel =
        switch (random.nextInt(4)) {
          case 0 -> new Kernel.Delta();
          case 1 -> new Kernel.Exponential(tau);
          case 2 -> new Kernel.Alpha(tau);
          default -> new Kernel.Finite(random.doubles(1 + random.nextInt(400), -1, 1).toArray());
        };
    double[] in = random.ints(steps, -1, 2).asDoubleStream().toArray();
    double[] out = KernelSum.of(kernel, in);
    double[] transposed = KernelSum.transposed(kernel, in);
    for (int t = 0; t < steps; t++) {
      double past = 0;
      double future = 0;
      double scale = 1e-300;
      for (int k = 0; k < steps; k++) {
        scale += Math.abs(kernel.at(k));
        past += t >= k ? kernel.at(k) * in[t - k] : 0;
        future += t + k < steps ? kernel.at(k) * in[t + k] : 0;
      }
      assertThat(out[t]).isCloseTo(past, within(1e-13 * scale));
      assertThat(transposed[t]).isCloseTo(future, within(1e-13 * scale));
    }
  }

  /** Quadratic time would take minutes. */
  @Test
  void longTrainsEnd() {
    int steps = 300_000;
    SpikeRaster output = new SpikeRaster(steps, 1);
    for (int t = 0; t < steps; t += 2) {
      output.set(t, 0);
    }
    SpikeTrainDistance loss =
        new SpikeTrainDistance(new Kernel.Exponential(20), new SpikeRaster(steps, 1));
    OutputAdjoint adjoint = new OutputAdjoint(1);
    adjoint.clear();
    double decay = Math.exp(-1 / 20.0);
    double settled = (1 + decay * decay) / Math.pow(1 - decay * decay, 2) / 4;
    assertThat(loss.evaluate(output, adjoint) / steps).isCloseTo(settled, within(1e-3 * settled));
  }
}
