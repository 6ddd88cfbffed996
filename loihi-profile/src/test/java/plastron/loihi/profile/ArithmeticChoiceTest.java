package plastron.loihi.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.export.Compilation;
import plastron.export.artifact.ImageFile;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.image.ChipImage;
import plastron.export.stage.ExportOptions;
import plastron.loihi.lava.LavaFormat;
import plastron.loihi.run.ImageKeys;
import plastron.plasticity.model.PlasticModel;

/** The user's choice of an arithmetic, from the options to what is emulated. */
class ArithmeticChoiceTest {

  private static final List<Input> EXAMPLES = Input.each(DrawnModels.inputs(9, 160, 20, 1));

  private static Compilation compiled(String rule, Map<String, String> settings) {
    PlasticModel model = DrawnModels.model(rule, 8, 0.125, 5, 20, 12);
    return Compilation.of(model, "loihi2", EXAMPLES, new ExportOptions(1, settings));
  }

  private static Compilation brian(String rule) {
    return compiled(rule, Map.of("arithmetic", "brian2loihi"));
  }

  @Test
  void theImageSaysWhatWasChosenAndKeepsQuietOfWhatHoldsUnasked(@TempDir Path folder)
      throws Exception {
    ChipImage image = brian("dp-linear").image();
    ImageFile.write(image, folder.resolve("image"));
    assertThat(ImageFile.read(folder.resolve("image")).settings())
        .containsExactly(Map.entry("arithmetic", "brian2loihi"));
    assertThat(compiled("dp-linear", Map.of("arithmetic", "lava")).image())
        .isEqualTo(compiled("dp-linear", Map.of()).image());
  }

  @Test
  void learnedWeightsAreEvenWithBrian2Loihi() {
    for (String rule : List.of("dp-linear", "dp-oja")) {
      Compilation compilation = brian(rule);
      double unit = compilation.image().layers().getFirst().real(ImageKeys.PLASTIC_UNIT);
      Recording recording = compilation.emulator().run(EXAMPLES.getFirst());
      boolean changed = false;
      for (float[] row : recording.traces().getLast().getFirst()) {
        for (float value : row) {
          long weight = Math.round(value / unit);
          changed |= weight != 0;
          assertThat(weight % 2).isZero();
        }
      }
      assertThat(changed).isTrue();
    }
  }

  @Test
  void withoutLearningBothAreTheSameNetwork() {
    ChipImage image = brian("dp-linear").image();
    Recording one = brian("dp-linear").emulator(false, 1).run(EXAMPLES.getFirst());
    Recording other = compiled("dp-linear", Map.of()).emulator(false, 1).run(EXAMPLES.getFirst());
    assertThat(one.spikes().getLast().count(0, 160)).isPositive();
    for (int t = 0; t < 160; t++) {
      for (int i = 0; i < 12; i++) {
        assertThat(one.spikes().getLast().get(t, i)).isEqualTo(other.spikes().getLast().get(t, i));
      }
    }
    assertThat(image.diagnostics())
        .filteredOn(d -> d.code().equals("L-ARITHMETIC"))
        .extracting(Diagnostic::toString)
        .singleElement()
        .asString()
        .contains("to pairs of them")
        .endsWith("this is brian2loihi.");
  }

  @Test
  void aBundleForLavaSaysThatItsArithmeticIsAnother() {
    assertThat(new LavaFormat().diagnostics(brian("dp-linear").image()))
        .extracting(Diagnostic::code)
        .contains("L-ARITHMETIC");
  }

  @Test
  void anUnknownArithmeticIsRefused() {
    assertThatThrownBy(() -> compiled("dp-linear", Map.of("arithmetic", "nengo")))
        .hasMessageContaining(
            "L-SETTING model random dp-linear: setting arithmetic (nengo) must be one of [lava,"
                + " brian2loihi].");
  }
}
