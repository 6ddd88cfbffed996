package plastron.tasks.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.core.network.Delivery;
import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.Compilation;
import plastron.export.fidelity.FidelityBounds;
import plastron.export.fidelity.FidelityReport;
import plastron.export.operation.ChipOperations;
import plastron.export.operation.OperationMarkdown;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RateEstimator;

/** What chips are said to do in a trial, counted by hand. */
class ChipOperationsTest {

  private static final int INPUTS = 10;
  private static final int OUTPUTS = 4;
  private static final int STEPS = 160;
  private static final int INTERVAL = 8;
  private static final int WINDOWS = STEPS / INTERVAL;

  private static SpikeRaster spikes(int seed) {
    SpikeRaster spikes = new SpikeRaster(STEPS, INPUTS);
    for (int t = 0; t < STEPS; t++) {
      for (int n = 0; n < INPUTS; n++) {
        if (t * (n + seed) % 7 < 2) {
          spikes.set(t, n);
        }
      }
    }
    return spikes;
  }

  private static Compilation compiled(String chip, String rule) {
    PlasticModel model =
        PlasticModel.named(rule)
            .source("input", INPUTS)
            .population("output", OUTPUTS, new Neuron.Lif(1, 0.8, 0, Neuron.Reset.HARD, 0))
            .projection(
                "input",
                "output",
                p ->
                    p.rule(rule)
                        .delivery(Delivery.ARRIVAL)
                        .latency(1)
                        .set("W", 0.25)
                        .set("eta", 0.125))
            .clock(new Clock(INTERVAL, RateEstimator.ExponentialTrace.matching(INTERVAL), 0.5))
            .build();
    List<Input> examples =
        Input.each(IntStream.rangeClosed(1, 8).mapToObj(ChipOperationsTest::spikes).toList());
    return Compilation.of(model, chip, examples);
  }

  private static FidelityReport report(Compilation compilation) {
    return compilation.compare(
        Input.each(List.of(spikes(3), spikes(4))), (s, e) -> true, FidelityBounds.DEFAULT, 1);
  }

  /** Loihi has two groups of synapses for every connection, SpiNNaker one synapse. */
  @ParameterizedTest
  @CsvSource({"loihi1, 2", "loihi2, 2", "spinnaker1, 1"})
  void aSpikeTakesEverySynapseOfItsNeuron(String chip, int groups) {
    ChipOperations counted = report(compiled(chip, "dp-linear")).operations().orElseThrow();
    double given = (spikes(3).count(0, STEPS) + spikes(4).count(0, STEPS)) / 2.0;
    assertThat(counted.populations().getFirst().spikes()).isEqualTo(given);
    assertThat(counted.accumulates()).isEqualTo(given * OUTPUTS * groups);
    assertThat(counted.neuronUpdates()).isEqualTo(STEPS * OUTPUTS);
    assertThat(counted.all(ChipOperations.OfLayer::dense))
        .isEqualTo(STEPS * INPUTS * OUTPUTS * groups);
    assertThat(counted.connectionSparsity()).isZero();
    assertThat(counted.activationSparsity()).isStrictlyBetween(0.0, 1.0);
  }

  @Test
  void productsAreThoseOfTheProgram() {
    Compilation loihi = compiled("loihi1", "dp-linear");
    String dw = loihi.image().layers().getFirst().program().getFirst();
    // A product has one gate; the sum of dp-linear has no other letter u.
    long products = dw.chars().filter(c -> c == 'u').count();
    assertThat(products).isGreaterThanOrEqualTo(2);
    ChipOperations.OfLayer layer = report(loihi).operations().orElseThrow().layers().getFirst();
    assertThat(layer.products()).isEqualTo((double) products * WINDOWS * INPUTS * OUTPUTS);
    assertThat(layer.updates()).isGreaterThanOrEqualTo(WINDOWS * INPUTS * OUTPUTS);
    assertThat(layer.neuronProducts()).isZero();

    ChipOperations.OfLayer oja =
        report(compiled("spinnaker1", "dp-oja")).operations().orElseThrow().layers().getFirst();
    assertThat(oja.products()).isEqualTo(4 * WINDOWS * INPUTS * OUTPUTS);
    assertThat(oja.neuronProducts()).isEqualTo(WINDOWS * OUTPUTS);
  }

  @Test
  void energyIsARangeOfPublishedFiguresOrNotStated() {
    FidelityReport loihi = report(compiled("loihi1", "dp-linear"));
    ChipOperations counted = loihi.operations().orElseThrow();
    ChipOperations.Energy energy = counted.energy().orElseThrow();
    assertThat(energy.low())
        .isCloseTo(23.6e-12 * counted.accumulates() + 51.2e-12 * STEPS * OUTPUTS, within(1e-18));
    assertThat(energy.high()).isGreaterThan(energy.low());
    assertThat(loihi.toMarkdown())
        .contains("## Operations and energy", "23.6 to 35.5 pJ", "Not in it: static power")
        .containsPattern("Footprint on all cores: \\d+ .* bits of synaptic memory");
    JsonObject json =
        JsonParser.parseString(loihi.toJson()).getAsJsonObject().getAsJsonObject("operations");
    assertThat(json.get("low_joules").getAsDouble()).isEqualTo(energy.low());
    assertThat(json.get("accumulates").getAsDouble()).isEqualTo(counted.accumulates());

    FidelityReport second = report(compiled("loihi2", "dp-linear"));
    assertThat(second.operations().orElseThrow().energy()).isEmpty();
    assertThat(second.toMarkdown()).contains("so no energy is stated");
  }

  @Test
  void whatAnImageCostsIsSaidBeforeItRuns() {
    Compilation spinnaker = compiled("spinnaker1", "dp-linear");
    assertThat(OperationMarkdown.of(spinnaker.chip().costs(spinnaker.image()).orElseThrow()))
        .contains("| 40 | 0 | 40 | 120 | 4 |", "- synaptic operation: 13300 pJ; ");
  }
}
