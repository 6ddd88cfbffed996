package plastron.export.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.kit.FixedPointEmulator;
import plastron.export.profile.ChipProfiles;
import plastron.export.stage.ExportOptions;
import plastron.export.toy.ToyModels;
import plastron.export.toy.ToyProfile;
import plastron.plasticity.model.PlasticModel;

class ExportPipelineTest {

  private final ToyProfile toy = new ToyProfile();
  private final List<SpikeRaster> examples =
      IntStream.rangeClosed(1, 8).mapToObj(e -> ToyModels.noise(160, 6, 0.3, e)).toList();

  private ChipImage export(PlasticModel model) {
    return ExportPipeline.to(toy, m -> new FixedPointEmulator(m, true))
        .run(model, Input.each(examples), ExportOptions.DEFAULT);
  }

  @Test
  void theLoaderFindsTheToy() {
    assertThat(ChipProfiles.named("toy")).isInstanceOf(ToyProfile.class);
    assertThatThrownBy(() -> ChipProfiles.named("loihi9"))
        .hasMessageContaining("(loihi9)")
        .hasMessageContaining("toy");
  }

  @Test
  void everyParameterIsRoundedToItsStep() {
    PlasticModel model = ToyModels.inForm(6, 4, "dp-linear", "dp-bcm");
    ChipImage image = export(model);
    for (int l = 0; l < 2; l++) {
      ImageLayer layer = image.layers().get(l);
      for (QuantizedArray array : layer.arrays()) {
        double[][] wanted = model.graph().projections().get(l).parameter(array.name());
        double[][] found = array.reals();
        for (int j = 0; j < wanted.length; j++) {
          for (int i = 0; i < wanted[j].length; i++) {
            assertThat(Math.abs(found[j][i] - wanted[j][i]))
                .isLessThanOrEqualTo(array.scale().lsb() * 0.5000001);
          }
        }
      }
    }
  }

  @Test
  void aPopulationThatWasSilentInCalibrationIsNamed() {
    PlasticModel model = ToyModels.inForm(6, 4, "dp-linear", "dp-bcm");
    List<SpikeRaster> silence = List.of(new SpikeRaster(40, 6), new SpikeRaster(40, 6));
    List<Diagnostic> diagnostics =
        ExportPipeline.to(toy, m -> new FixedPointEmulator(m, true))
            .run(model, Input.each(silence), ExportOptions.DEFAULT)
            .diagnostics();
    assertThat(diagnostics)
        .filteredOn(d -> d.code().equals("T-SILENT"))
        .extracting(Diagnostic::subject)
        .containsExactly("population input", "population layer1", "population layer2");
    assertThat(diagnostics.getFirst().message())
        .startsWith("no neuron fired in calibration (2 trials, 80 steps)");
    assertThat(export(model).diagnostics()).extracting(Diagnostic::code).doesNotContain("T-SILENT");
  }

  @Test
  void fewExamplesAreNoGroundForAStatement() {
    assertThat(unstated(Input.each(examples.subList(0, 7))))
        .startsWith("calibration (7 examples, of which 7 changed a synapse)");
  }

  /** What changes nothing says nothing of errors. */
  @Test
  void norAreExamplesThatChangeNothing() {
    List<SpikeRaster> some = new ArrayList<>(examples.subList(0, 7));
    some.addAll(
        Collections.nCopies(
            5, new SpikeRaster(some.getFirst().steps(), some.getFirst().neurons())));
    assertThat(unstated(Input.each(some)))
        .startsWith("calibration (12 examples, of which 7 changed a synapse)");
  }

  private String unstated(List<Input> calibration) {
    return ExportPipeline.to(toy, m -> new FixedPointEmulator(m, true))
        .run(ToyModels.inForm(6, 4, "dp-linear"), calibration, ExportOptions.DEFAULT)
        .diagnostics()
        .stream()
        .filter(d -> d.code().equals("T-UNSTATED"))
        .map(Diagnostic::message)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aModelThatDivergesHasNoScale() {
    PlasticModel huge = ToyModels.filled(ToyModels.inForm(6, 4, "dp-linear"), "alpha", 1e12);
    assertThatThrownBy(() -> export(huge))
        .isInstanceOf(ExportRefusedException.class)
        .hasMessageContaining("T-DIVERGES")
        .hasMessageContaining("alpha.E reaches")
        .hasMessageContaining("expected at most 1e+09");
  }

  /** With alpha 0 the weights would be no numbers, though alpha.E is 0 in double precision. */
  @Test
  void whatIsInfiniteInSinglePrecisionDiverges() {
    PlasticModel still = ToyModels.filled(ToyModels.inForm(6, 4, "dp-bcm"), "alpha", 0);
    PlasticModel infinite = ToyModels.filled(still, "psi", 1e39);
    assertThatThrownBy(() -> export(infinite))
        .isInstanceOf(ExportRefusedException.class)
        .hasMessageContaining("T-DIVERGES")
        .hasMessageContaining("(b reaches")
        .hasMessageContaining("expected at most 3e+38");
  }

  /** The float model computes in single precision, where such a number is zero. */
  @Test
  void whatVanishesInSinglePrecisionIsZero() {
    ChipImage image =
        export(ToyModels.filled(ToyModels.inForm(6, 4, "dp-linear"), "alpha", 1e-307));
    double[][] alpha = image.layers().getFirst().array("alpha").reals();
    assertThat(alpha).isDeepEqualTo(new double[alpha.length][alpha[0].length]);
  }

  @Test
  void everyRoundingIsReported() {
    List<Diagnostic> diagnostics = export(ToyModels.inForm(6, 4, "dp-linear")).diagnostics();
    assertThat(diagnostics)
        .extracting(Diagnostic::subject)
        .contains("layer layer1, W", "layer layer1, alpha");
    assertThat(diagnostics).extracting(Diagnostic::code).containsOnly("T-ROUNDED");
  }

  @Test
  void theImageAloneRunsAsTheModelDoes() {
    PlasticModel model = ToyModels.inForm(6, 4, "dp-oja-local");
    ChipImage image = export(model);
    SpikeRaster input = ToyModels.noise(400, 6, 0.3, 9);
    SpikeRaster chip = toy.emulator(image, true, image.seed()).run(input).output();
    SpikeRaster wanted = new FixedPointEmulator(model, true).run(input).output();
    long different = 0;
    for (int t = 0; t < 400; t++) {
      for (int n = 0; n < 4; n++) {
        different += chip.get(t, n) == wanted.get(t, n) ? 0 : 1;
      }
    }
    assertThat(wanted.count(0, 400)).isPositive();
    assertThat(different).isLessThan(wanted.count(0, 400) / 10);
  }

  @Test
  void anExportIsReproducible() {
    ChipImage first = export(ToyModels.inForm(6, 4, "dp-linear"));
    ChipImage second = export(ToyModels.inForm(6, 4, "dp-linear"));
    assertThat(second).isEqualTo(first);
  }

  @Test
  void aSumOverSynapsesIsRefusedByTermForEveryLayer() {
    ExportRefusedException refused =
        catchThrowableOfType(
            ExportRefusedException.class,
            () -> export(ToyModels.inForm(6, 4, "dp-oja", "dp-linear", "dp-oja")));
    assertThat(refused.refusals()).extracting(Diagnostic::code).containsExactly("T-DOT", "T-DOT");
    assertThat(refused)
        .hasMessageStartingWith(
            "T-DOT layer layer1, rule dp-oja: the term E.x is a sum over synapses. Maybe train with"
                + " dp-linear.\n");
  }

  @Test
  void usageIsTheSameDataAsTheCheck() {
    ChipImage image = export(ToyModels.inForm(6, 20, "dp-linear"));
    assertThat(image.cores()).hasSize(2);
    assertThat(image.usages().getFirst().used()).isEqualTo(60);
    assertThat(image.usages().getFirst().total()).isEqualTo(120);
    assertThat(image.usages().getFirst().share()).isEqualTo(60.0 / 64);
    assertThat(image.usages().getLast().used()).isEqualTo(120);
  }
}
