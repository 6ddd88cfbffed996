package plastron.slayer.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import plastron.core.network.ConnectionRule;
import plastron.core.network.Connectivity;
import plastron.core.network.Neuron;
import plastron.core.network.SynapseRows;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.operation.OperationCounter;
import plastron.plasticity.run.PlasticRunner;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.Observed;

class OperationBudgetTest {

  private static final int STEPS = 12;
  private static final int[] SIZES = {5, 4, 3};
  private static final Neuron LIF = new Neuron.Lif(1, 0.8, 0.2, Neuron.Reset.HARD, 0);
  private static final Connectivity SPARSE =
      new Connectivity.Generated(new ConnectionRule.FixedProbability(0.5), 3);
  private static final PlasticModel MODEL =
      PlasticModel.named("budget")
          .source("input", SIZES[0])
          .population("hidden", SIZES[1], LIF)
          .population("output", SIZES[2], LIF)
          .projection("input", "hidden", p -> p.set("W", 0.3))
          .projection("hidden", "hidden", p -> p.connectivity(SPARSE).set("W", 0.1))
          .projection("hidden", "output", p -> p.set("W", 0.4))
          .build();

  private final Random random = new Random(1);

  private List<SpikeRaster> drawn() {
    return Arrays.stream(SIZES).mapToObj(this::raster).toList();
  }

  private SpikeRaster raster(int neurons) {
    SpikeRaster raster = new SpikeRaster(STEPS, neurons);
    for (int t = 0; t < STEPS; t++) {
      for (int n = 0; n < neurons; n++) {
        if (random.nextInt(3) == 0) {
          raster.set(t, n);
        }
      }
    }
    return raster;
  }

  private static Observed observed(List<SpikeRaster> spikes) {
    return new Observed() {
      @Override
      public SpikeRaster spikes(int population) {
        return spikes.get(population);
      }

      @Override
      public double[][] potentials(int population) {
        throw new IllegalStateException("No population is silent.");
      }
    };
  }

  private static double reached(int population, int neuron) {
    SynapseRows rows = SPARSE.sparse(SIZES[1], SIZES[1]).orElseThrow();
    return population == 1 ? SIZES[2] + rows.degree(neuron) : population == 0 ? SIZES[1] : 0;
  }

  @Test
  void theAdjointIsTheDerivativeOfTheFormula() {
    List<SpikeRaster> spikes = drawn();
    double budget = 40;
    double weight = 3;
    Adjoints adjoints = new Adjoints(SIZES);
    double loss =
        new OperationBudget(MODEL.graph(), budget, weight).evaluate(observed(spikes), adjoints);
    double all = 0;
    for (int p = 0; p < SIZES.length; p++) {
      for (int n = 0; n < SIZES[p]; n++) {
        all += spikes.get(p).count(n, 0, STEPS) * reached(p, n);
      }
    }
    assertThat(loss).isCloseTo(formula(all, budget, weight), within(1e-12));
    double h = 1e-4;
    for (int p = 1; p < SIZES.length; p++) {
      for (int n = 0; n < SIZES[p]; n++) {
        double slope =
            (formula(all + h * reached(p, n), budget, weight)
                    - formula(all - h * reached(p, n), budget, weight))
                / (2 * h);
        for (int t = 0; t < STEPS; t++) {
          assertThat(adjoints.of(p).get(t, n)).isCloseTo(slope, within(1e-8));
        }
      }
    }
    assertThat(adjoints.of(0).isEmpty()).as("nothing flows into what is given").isTrue();
  }

  private static double formula(double operations, double budget, double weight) {
    double excess = Math.max(0, operations / budget - 1);
    return weight / 2 * excess * excess;
  }

  @Test
  void withinTheBudgetNothingCosts() {
    Adjoints adjoints = new Adjoints(SIZES);
    assertThat(new OperationBudget(MODEL.graph(), 1e6, 3).evaluate(observed(drawn()), adjoints))
        .isZero();
    assertThat(adjoints.of(1).isEmpty()).isTrue();
  }

  /** The same number as the one that {@code evaluate} prints. */
  @Test
  void operationsAreThoseThatRunnersAreCountedBy() {
    OperationCounter counter = new OperationCounter(MODEL);
    Recording run = counter.counting(PlasticRunner.of(MODEL)).run(Input.of(raster(SIZES[0])));
    assertThat(run.spikes().get(1).meanRate()).isPositive();
    assertThat(new OperationBudget(MODEL.graph(), 1, 1).accumulates(observed(run.spikes())))
        .isEqualTo(counter.mean(1).accumulates());
  }

  @Test
  void aBudgetIsAboveZero() {
    PlasticGraph graph = MODEL.graph();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OperationBudget(graph, 0, 1))
        .withMessageStartingWith("Operation budget (0.0, weight 1.0) needs a number above 0");
  }
}
