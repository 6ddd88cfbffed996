package plastron.slayer.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import plastron.core.network.Kernel;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.sweep.OutputAdjoint;

class LossTest {

  private final SpikeRaster output = new SpikeRaster(10, 2);
  private final ReadoutSteps window = new ReadoutSteps(2, 6);

  @Test
  void ratesAreMeansOverTheWindow() {
    output.set(1, 0);
    output.set(2, 0);
    output.set(5, 0);
    output.set(6, 0);
    assertThat(window.rates(output)).containsExactly(0.5, 0);
  }

  @Test
  void aSaturatedSoftmaxStaysFinite() {
    for (int t = 0; t < 10; t++) {
      output.set(t, 0);
    }
    assertThat(evaluate(new PolicyLoss(window, 1e4, 1, 1, 0.1))).isEqualTo(1e4);
  }

  @Test
  void aWindowBeyondTheEpisodeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReadoutSteps(8, 11).rates(output))
        .withMessageContaining("10");
    assertThatIllegalArgumentException().isThrownBy(() -> new ReadoutSteps(3, 3));
  }

  @Test
  void targetsOfAnotherShapeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> evaluate(new SpikeTrainDistance(new Kernel.Delta(), new SpikeRaster(10, 3))))
        .withMessageContaining("3");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> evaluate(new SpikeTrainDistance(new Kernel.Delta(), new SpikeRaster(9, 2))))
        .withMessageContaining("9");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evaluate(new RateMeanSquare(window, new double[3])))
        .withMessageContaining("3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evaluate(new CountCrossEntropy(window, 1, 2)))
        .withMessageContaining("2");
  }

  private double evaluate(SpikeLoss loss) {
    OutputAdjoint adjoint = new OutputAdjoint(2);
    adjoint.clear();
    return loss.evaluate(output, adjoint);
  }
}
