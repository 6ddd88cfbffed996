package plastron.loihi.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.format.OutputFormat;
import plastron.export.image.ChipImage;
import plastron.export.profile.ChipProfiles;
import plastron.export.resource.Usage;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.chip.LoihiChips;

/** Loihi 1 with its embedded processors at work. */
class AssistedTest {

  private static final String ASSISTED = LoihiChips.LOIHI1_ASSISTED.name();
  private static final List<SpikeRaster> INPUTS = DrawnModels.inputs(9, 160, 20, 1);

  private static Recording run(ChipImage image) {
    return ChipProfiles.named(image.profile())
        .emulator(image, true, 1)
        .run(Input.each(INPUTS).getFirst());
  }

  /** One program, whoever runs it; delay variables of 8 bits are Loihi 2's alone. */
  @ParameterizedTest
  @ValueSource(strings = {"dp-oja", "dp-bcm-classic", "ndp-linear", "ndp-oja", "ndp-oja-local"})
  void processorsComputeWhatNeuronsOfLoihi2Do(String rule) {
    Recording assisted = run(CompiledModels.image(ASSISTED, rule));
    Recording loihi2 = run(CompiledModels.image("loihi2", rule));
    for (int window = 0; window < loihi2.traces().size(); window++) {
      for (int layer = 0; layer < loihi2.traces().get(window).size(); layer++) {
        assertThat(assisted.traces().get(window).get(layer))
            .isDeepEqualTo(loihi2.traces().get(window).get(layer));
      }
    }
    assertThat(loihi2.traces()).isNotEmpty();
  }

  @Test
  void whatTheEngineDoesAloneTakesNoProcessor() {
    ChipImage image = CompiledModels.image(ASSISTED, "dp-linear");
    assertThat(image.layers().getFirst().program())
        .isEqualTo(CompiledModels.image("loihi1", "dp-linear").layers().getFirst().program());
    assertThat(image.diagnostics()).extracting(Diagnostic::code).doesNotContain("L-ASSIST");
  }

  /** Two layers of 12 and 4 neurons, 20 inputs; signed factors are split into two traces. */
  @ParameterizedTest
  @CsvSource({"ndp-linear, 12, 0, 24", "ndp-oja, 12, 12, 48", "dp-oja, 12, 12, 48"})
  void theImageSaysWhatProcessorsReadAndWrite(
      String rule, long counters, long currents, long writes) {
    ChipImage image = CompiledModels.image(ASSISTED, rule);
    assertThat(image.layers().getFirst().integers())
        .containsEntry("processor_counters_per_step", counters)
        .containsEntry("processor_currents_per_step", currents)
        .containsEntry("processor_writes_per_update", writes);
    assertThat(image.diagnostics())
        .filteredOn(d -> d.code().equals("L-ASSIST"))
        .hasSize(2)
        .first()
        .asString()
        .contains("%d spike counters and %d currents".formatted(counters, currents))
        .contains("write %d post traces".formatted(writes))
        .contains("time and energy");
  }

  @Test
  void sumsOverSynapsesTakeACompartmentMore() {
    assertThat(compartments("ndp-oja")).isEqualTo(2 * compartments("ndp-linear"));
    assertThat(compartments("ndp-linear")).isEqualTo(16);
  }

  private static long compartments(String rule) {
    return CompiledModels.image(ASSISTED, rule).usages().stream()
        .filter(usage -> usage.limit().name().equals(LoihiChip.COMPARTMENTS))
        .mapToLong(Usage::total)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void registersNameTheProcessors() {
    OutputFormat format = new RegisterFormat();
    String written =
        new String(
            format.write(CompiledModels.image(ASSISTED, "ndp-linear")).getFirst().bytes(),
            StandardCharsets.UTF_8);
    assertThat(written).contains("embedded processors", "processor_writes_per_update");
  }
}
