package plastron.export.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.image.ChipImage;
import plastron.export.kit.FixedPointEmulator;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.stage.ExportOptions;
import plastron.export.toy.ToyModels;
import plastron.export.toy.ToyProfile;
import plastron.plasticity.model.PlasticModel;

class FidelityTest {

  private final ToyProfile toy = new ToyProfile();
  private final PlasticModel model = ToyModels.inForm(6, 4, "dp-linear");
  private final List<SpikeRaster> episodes =
      List.of(
          ToyModels.noise(160, 6, 0.3, 1),
          ToyModels.noise(160, 6, 0.3, 2),
          ToyModels.noise(160, 6, 0.1, 3));
  private final List<SpikeRaster> examples =
      IntStream.rangeClosed(1, 8).mapToObj(e -> ToyModels.noise(160, 6, 0.3, e)).toList();
  private final ChipImage image =
      ExportPipeline.to(toy, m -> new FixedPointEmulator(m, true))
          .run(model, Input.each(examples), ExportOptions.DEFAULT);

  private FidelityReport compare(boolean learning, FidelityBounds bounds) {
    return compare(learning, bounds, 1);
  }

  private FidelityReport compare(boolean learning, FidelityBounds bounds, int threads) {
    return Fidelity.compare(
        () -> new FixedPointEmulator(model, true),
        model.graph().clock().updateInterval(),
        () -> toy.emulator(image, learning, 1),
        toy,
        image,
        ComparedTrials.of(
            Input.each(episodes),
            (spikes, episode) ->
                episode < 2 && spikes.getLast().count(0, spikes.getLast().steps()) > 0),
        bounds,
        threads);
  }

  @Test
  void roundingAloneStaysWithinBounds() {
    FidelityReport report = compare(true, FidelityBounds.DEFAULT);
    assertThat(report.violations()).isEmpty();
    assertThat(report.accuracy()).isEqualTo(new Accuracy(3, 2, 2, 3));
    assertThat(report.spikes().getFirst().identical()).isTrue();
    assertThat(report.traces().getFirst().relativeRms()).isPositive().isLessThan(0.05);
    assertThat(report.traces().getFirst().entries()).isEqualTo(3 * 20 * 24);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void threadsChangeNothing(int threads) {
    assertThat(compare(true, FidelityBounds.DEFAULT, threads).toJson())
        .isEqualTo(compare(true, FidelityBounds.DEFAULT, 1).toJson());
  }

  @Test
  void aChipThatDoesNotLearnIsOutOfBounds() {
    FidelityReport report = compare(false, FidelityBounds.DEFAULT);
    assertThat(report.passes()).isFalse();
    assertThat(report.violations())
        .startsWith(
            "layer1: RMS of alpha.E / full scale is 0.2238, allowed is 0.05.",
            "layer1: RMS of alpha.E / its own RMS is 1.0000, allowed is 0.6.",
            "layer1: correlation of alpha.E is 0.0000, needed is 0.8.")
        .hasSize(4)
        .last(InstanceOfAssertFactories.STRING)
        .startsWith("layer1: RMS of alpha.E with the same spikes / stated error is ");
    assertThat(report.traces().getFirst().correlation()).isZero();
    assertThat(report.toMarkdown()).contains("Verdict: **out of bounds**");
  }

  @Test
  void numbersLookTheSameInEveryCountry() {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    Locale.setDefault(Locale.Category.FORMAT, Locale.GERMANY);
    try {
      FidelityReport report = compare(false, FidelityBounds.DEFAULT);
      assertThat(report.violations().getFirst()).containsPattern(" is \\d+\\.\\d{4}, allowed is ");
      assertThat(
              ExportPipeline.to(toy, m -> new FixedPointEmulator(m, true))
                  .run(model, Input.each(examples), ExportOptions.DEFAULT)
                  .diagnostics())
          .isEqualTo(image.diagnostics());
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
  }

  @Test
  void spikesCanBeJudgedToo() {
    FidelityBounds bounds = FidelityBounds.DEFAULT.with(Criterion.COINCIDENCE, 1.1);
    assertThat(compare(true, bounds).violations()).hasSize(1);
  }

  @Test
  void whatIsNotFiniteIsNullInJson() {
    FidelityBounds bounds =
        FidelityBounds.DEFAULT.with(Criterion.TRACE_RMS, Double.POSITIVE_INFINITY);
    JsonObject json =
        new GsonBuilder()
            .setStrictness(Strictness.STRICT)
            .create()
            .fromJson(compare(true, bounds).toJson(), JsonObject.class);
    assertThat(json.getAsJsonArray("checks"))
        .filteredOn(c -> c.getAsJsonObject().get("criterion").getAsString().equals("trace_rms"))
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c.getAsJsonObject().get("most").isJsonNull()).isTrue());
  }

  @Test
  void bothReportsSayEverything() {
    FidelityReport report = compare(true, FidelityBounds.DEFAULT);
    assertThat(report.toMarkdown())
        .contains(
            "# Fidelity of toy on toy",
            "## Spikes",
            "## Traces",
            "| layer1 | W |",
            "`T-ROUNDED`".replace("`", ""));
    JsonObject json = JsonParser.parseString(report.toJson()).getAsJsonObject();
    assertThat(json.get("passes").getAsBoolean()).isTrue();
    assertThat(
            json.getAsJsonArray("traces").get(0).getAsJsonObject().get("relativeRms").getAsDouble())
        .isPositive();
    assertThat(json.getAsJsonArray("diagnostics")).hasSameSizeAs(image.diagnostics());
    assertThat(json.getAsJsonArray("parameters")).hasSize(3);
  }
}
