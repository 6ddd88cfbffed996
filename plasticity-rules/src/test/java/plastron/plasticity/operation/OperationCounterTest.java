package plastron.plasticity.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import plastron.core.network.Neuron;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.run.PlasticRunner;

/** Counted by hand on small networks. */
class OperationCounterTest {

  private static final int STEPS = 25;

  /** A spike of neuron 0 in every step, one of neuron 2 in every fifth. */
  private static SpikeRaster input(int steps) {
    SpikeRaster raster = new SpikeRaster(steps, 3);
    for (int t = 0; t < steps; t++) {
      raster.set(t, 0);
      if (t % 5 == 0) {
        raster.set(t, 2);
      }
    }
    return raster;
  }

  private static PlasticModel model() {
    return PlasticModel.named("counted")
        .source("in", 3)
        .population("fixed", 2, new Neuron.Lif(1e9, 0.5, 0, Neuron.Reset.HARD, 1))
        .population("plastic", 4, new Neuron.Lif(1e9, 0.5, 0, Neuron.Reset.HARD, 1))
        .projection("in", "fixed", p -> p.set("W", new double[][] {{1, 0}, {1, 1}, {0, 0}}))
        .projection(
            "in", "plastic", p -> p.rule("dp-linear").set("W", 0).set("alpha", 1).set("eta", 0.1))
        .updateEvery(10)
        .build();
  }

  @Test
  void spikesTimesSynapsesThatAreNotZero() {
    OperationCounter counter = new OperationCounter(model());
    Runner runner = counter.counting(PlasticRunner.of(model()));
    for (int episode = 0; episode < 2; episode++) {
      runner.reset();
      runner.run(input(STEPS));
    }
    Operations operations = counter.mean(2);
    assertThat(operations.steps()).isEqualTo(STEPS);
    assertThat(operations.populations())
        .containsExactly(
            new Operations.OfPopulation("in", 3, 30, 0),
            new Operations.OfPopulation("fixed", 2, 0, 50),
            new Operations.OfPopulation("plastic", 4, 0, 100));
    Operations.OfProjection fixed = operations.projections().getFirst();
    assertThat(fixed.synapses()).isEqualTo(6);
    assertThat(fixed.zeros()).isEqualTo(3);
    assertThat(fixed.accumulates()).isEqualTo(25);
    assertThat(fixed.dense()).isEqualTo(150);
    assertThat(fixed.updates()).isZero();
    Operations.OfProjection plastic = operations.projections().getLast();
    assertThat(plastic.zeros()).isZero();
    assertThat(plastic.accumulates()).isEqualTo(30 * 4);
    // Two whole windows of 10 steps.
    assertThat(plastic.updates()).isEqualTo(2 * 12);
    // E - eta E + eta y x has one and two products, W + alpha E one.
    assertThat(plastic.products()).isEqualTo(2 * 12 * 4);
    assertThat(operations.accumulates()).isEqualTo(145);
    assertThat(operations.connectionSparsity()).isCloseTo(3.0 / 18, within(1e-12));
    assertThat(operations.activationSparsity()).isEqualTo(1);
    assertThat(operations.parameterBytes()).isEqualTo(4 * (6 + 12 + 12 + 1));
  }

  @Test
  void anEpisodeInPiecesCountsAsOne() {
    OperationCounter whole = new OperationCounter(model());
    whole.counting(PlasticRunner.of(model())).run(input(STEPS));
    OperationCounter pieces = new OperationCounter(model());
    Runner runner = pieces.counting(PlasticRunner.of(model()));
    for (int k = 0; k < STEPS; k += 5) {
      runner.run(input(5));
    }
    assertThat(pieces.mean(1)).isEqualTo(whole.mean(1));
  }

  @Test
  void thereAreNoMeansOfNothing() {
    OperationCounter counter = new OperationCounter(model());
    assertThatThrownBy(() -> counter.mean(0)).hasMessageContaining("Episodes (0)");
  }
}
