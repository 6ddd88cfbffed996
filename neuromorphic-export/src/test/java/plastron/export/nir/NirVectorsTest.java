package plastron.export.nir;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.core.network.ConnectionRule;
import plastron.core.network.Connectivity;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Values;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.initialise.Uniform;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.LinearDrive;
import plastron.plasticity.rule.PlasticityRule;

/**
 * The published vectors are what is written and simulated today. Where they are not, what they
 * would be lies in {@code target/nir-plasticity} afterwards.
 */
class NirVectorsTest {

  private static final Path FOLDER = Path.of("src/test/resources/nir-plasticity");
  private static final Path MADE = Path.of("target/nir-plasticity");

  /** Models with everything that the schema can say; these seeds learn and spike. */
  private static final long[] DRAWN = {17, 34, 52};

  private static final Neuron LIF = new Neuron.Lif(1, 0.8, 0, Neuron.Reset.HARD, 0);

  private static PlasticityRule rule(String family, ModulatorSource modulator) {
    return Catalogue.find(family)
        .orElseThrow()
        .build(RuleOptions.paper().modulatedBy(modulator).clippedAt(0.4));
  }

  /** The rule of the paper on one layer: rates are means of windows. */
  private static PlasticModel oja() {
    return PlasticModel.named("dp-oja")
        .source("input", 6)
        .population("output", 4, LIF)
        .projection("input", "output", p -> p.rule("dp-oja").set("alpha", new Uniform(-1, 1)))
        .updateEvery(10)
        .build();
  }

  /** A modulator through a function, two states, sparse synapses, rates from a trace. */
  private static PlasticModel modulated() {
    return PlasticModel.named("ndp-bcm-sparse")
        .source("input", 6)
        .population("hidden", 5, LIF)
        .population("output", 2, LIF)
        .projection(
            "input",
            "hidden",
            p ->
                p.rule(rule("ndp-bcm", new ModulatorSource.Tanh(new ModulatorSource.Layer(2))))
                    .source("m", "output")
                    .set("W", new Uniform(0, 0.8))
                    .set("alpha", new Uniform(-1, 1))
                    .connectivity(
                        new Connectivity.Generated(new ConnectionRule.FixedProbability(0.6), 5))
                    .delivery(Delivery.ARRIVAL)
                    .kernel(new Kernel.Alpha(2)))
        .projection(
            "hidden",
            "output",
            p ->
                p.rule("dp-bcm")
                    .latency(1, DelayPlace.DENDRITE)
                    .set("W", new Uniform(0, 0.5))
                    .set("alpha", 1))
        .clock(new Clock(8, RateEstimator.ExponentialTrace.matching(8), 0.5))
        .build();
  }

  /** A reward for all, an error for each neuron, an eligibility state, a read-out, a drive. */
  private static PlasticModel rewarded() {
    return PlasticModel.named("ndp-elig-signals")
        .source("input", 5)
        .population(
            "hidden",
            4,
            new Neuron.Lif(
                Values.perNeuron(0.7, 0.8, 0.9, 1),
                Values.of(0.9),
                Values.of(0.05),
                Neuron.Reset.SUBTRACT_THRESHOLD,
                0))
        .population("value", 2, new Neuron.LeakyIntegrator(Values.of(0.9), Values.of(0.1)))
        .projection(
            "input",
            "hidden",
            p ->
                p.rule(rule("ndp-elig", new ModulatorSource.ExternalScalar()))
                    .source("M", "reward"))
        .projection(
            "hidden",
            "hidden",
            p ->
                p.rule(rule("ndp-linear", new ModulatorSource.ExternalVector()))
                    .source("M", "error")
                    .kernel(new Kernel.Finite(0.2, 0.5, 0.1))
                    .latency(1))
        .projection("hidden", "value", p -> p.kernel(new Kernel.Delta()))
        .drive(
            "hidden",
            Drive.Target.THRESHOLD,
            d -> d.rule(LinearDrive.of("C")).source(LinearDrive.RATES, "input").set("C", 0.1))
        .updateEvery(6)
        .build();
  }

  static Stream<NirVector> vectors() {
    return Stream.concat(
        Stream.of(oja(), modulated(), rewarded()).map(m -> new NirVector(m.name(), m, 8)),
        Arrays.stream(DRAWN)
            .mapToObj(seed -> new NirVector("drawn-" + seed, RandomNirModel.plastic(seed), 6)));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void vectorsAreWhatIsWrittenAndSimulated(NirVector vector) throws IOException {
    Files.createDirectories(MADE);
    for (String file : List.of(vector.name() + ".nir", vector.name() + ".json")) {
      Files.write(MADE.resolve(file), file.endsWith(".nir") ? vector.file() : vector.json());
    }
    for (String file : List.of(vector.name() + ".nir", vector.name() + ".json")) {
      assertThat(FOLDER.resolve(file)).exists().hasSameBinaryContentAs(MADE.resolve(file));
    }
  }

  /** A vector in which nothing happens holds nothing. */
  @Test
  void everyVectorSpikesAndLearns() {
    assertThat(vectors())
        .allSatisfy(
            vector -> {
              JsonObject expected =
                  JsonParser.parseString(new String(vector.json(), StandardCharsets.UTF_8))
                      .getAsJsonObject()
                      .getAsJsonObject("expected");
              assertThat(numbers(expected.get("spikes")).count()).isGreaterThan(50);
              assertThat(numbers(expected.get("plastic")).filter(e -> e != 0).count())
                  .as("changes of weights")
                  .isGreaterThan(30);
            });
  }

  private static Stream<Double> numbers(JsonElement element) {
    return switch (element) {
      case JsonObject o -> o.asMap().values().stream().flatMap(NirVectorsTest::numbers);
      case JsonArray a -> a.asList().stream().flatMap(NirVectorsTest::numbers);
      default -> Stream.of(element.getAsDouble());
    };
  }
}
