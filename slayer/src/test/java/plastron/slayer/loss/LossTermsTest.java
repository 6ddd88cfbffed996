package plastron.slayer.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import plastron.core.network.Kernel;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.Observed;
import plastron.slayer.sweep.OutputAdjoint;

/** Losses as terms of a sum, and those on potentials. */
class LossTermsTest {

  private static final int STEPS = 12;

  private final Random random = new Random(1);
  private final double[][] potentials = new double[STEPS][3];
  private final SpikeRaster spikes = new SpikeRaster(STEPS, 2);

  LossTermsTest() {
    for (int t = 0; t < STEPS; t++) {
      for (int i = 0; i < 3; i++) {
        potentials[t][i] = random.nextGaussian();
      }
      if (random.nextBoolean()) {
        spikes.set(t, random.nextInt(2));
      }
    }
  }

  private Observed observed() {
    return new Observed() {
      @Override
      public SpikeRaster spikes(int population) {
        return spikes;
      }

      @Override
      public double[][] potentials(int population) {
        return potentials;
      }
    };
  }

  private void slopesAreDifferences(PotentialLoss loss) {
    OutputAdjoint adjoint = new OutputAdjoint(3);
    loss.evaluate(potentials, adjoint);
    double step = 1e-6;
    for (int t = 0; t < STEPS; t++) {
      for (int i = 0; i < 3; i++) {
        double before = potentials[t][i];
        potentials[t][i] = before + step;
        double up = loss.evaluate(potentials, new OutputAdjoint(3));
        potentials[t][i] = before - step;
        double down = loss.evaluate(potentials, new OutputAdjoint(3));
        potentials[t][i] = before;
        assertThat(adjoint.get(t, i)).isCloseTo((up - down) / (2 * step), within(1e-8));
      }
    }
  }

  @Test
  void potentialsHaveTheSlopesOfTheirLosses() {
    PotentialReadout mean = new PotentialReadout.Mean(new ReadoutSteps(2, 9));
    PotentialReadout last = new PotentialReadout.At(STEPS - 1);
    slopesAreDifferences(new PotentialMeanSquare(mean, new double[] {1, 0, -1}));
    slopesAreDifferences(new PotentialMeanSquare(last, new double[] {1, 0, -1}));
    slopesAreDifferences(new PotentialCrossEntropy(mean, 2));
    slopesAreDifferences(new PotentialCrossEntropy(last, 0));
  }

  @Test
  void aRateTargetIsASquaredDistance() {
    OutputAdjoint adjoint = new OutputAdjoint(2);
    double[] rates = new ReadoutSteps(0, STEPS).rates(spikes);
    double loss = new RateTarget(new ReadoutSteps(0, STEPS), 0.2).evaluate(spikes, adjoint);
    assertThat(loss)
        .isCloseTo(Math.pow(rates[0] - 0.2, 2) + Math.pow(rates[1] - 0.2, 2), within(1e-12));
    assertThat(adjoint.get(3, 1)).isCloseTo(2 * (rates[1] - 0.2) / STEPS, within(1e-12));
  }

  /** A weight is a factor on value and slopes, however they were stored. */
  @Test
  void termsAddUpWithTheirWeights() {
    SpikeRaster target = new SpikeRaster(STEPS, 2);
    target.set(4, 1);
    SpikeLoss byStep = new SpikeTrainDistance(new Kernel.Exponential(3), target);
    SpikeLoss bySpan = new RateTarget(new ReadoutSteps(3, 8), 0.1);
    PotentialLoss ofPotentials =
        new PotentialMeanSquare(new PotentialReadout.At(5), new double[] {0, 1, 2});
    OutputAdjoint alone = new OutputAdjoint(2);
    double a = byStep.evaluate(spikes, alone);
    OutputAdjoint span = new OutputAdjoint(2);
    double b = bySpan.evaluate(spikes, span);
    OutputAdjoint potential = new OutputAdjoint(3);
    double c = ofPotentials.evaluate(potentials, potential);
    Adjoints adjoints = new Adjoints(new int[] {2, 3});
    Loss sum = Loss.sum(List.of(bySpan.on(0, 2), byStep.on(0, 0.5), ofPotentials.on(1, 3)));
    assertThat(sum.evaluate(observed(), adjoints))
        .isCloseTo(2 * b + 0.5 * a + 3 * c, within(1e-12));
    for (int t = 0; t < STEPS; t++) {
      for (int i = 0; i < 2; i++) {
        double want = 2 * span.get(t, i) + 0.5 * alone.get(t, i);
        assertThat(adjoints.of(0).get(t, i)).isCloseTo(want, within(1e-12));
      }
      assertThat(adjoints.of(1).get(t, 2)).isCloseTo(3 * potential.get(t, 2), within(1e-12));
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    PotentialReadout last = new PotentialReadout.At(STEPS);
    assertThatThrownBy(
            () ->
                new PotentialMeanSquare(last, new double[3])
                    .evaluate(potentials, new OutputAdjoint(3)))
        .hasMessage("Readout step (12) must be one of the episode's 12.");
    PotentialReadout mean = new PotentialReadout.Mean(new ReadoutSteps(0, STEPS + 1));
    assertThatThrownBy(
            () -> new PotentialCrossEntropy(mean, 0).evaluate(potentials, new OutputAdjoint(3)))
        .hasMessageContaining("must end within the episode's 12 steps");
    PotentialReadout first = new PotentialReadout.At(0);
    assertThatThrownBy(
            () -> new PotentialCrossEntropy(first, 3).evaluate(potentials, new OutputAdjoint(3)))
        .hasMessageContaining("Label (3)");
  }
}
