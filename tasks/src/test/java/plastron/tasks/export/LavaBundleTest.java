package plastron.tasks.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.core.network.Delivery;
import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.Compilation;
import plastron.export.format.OutputFormats;
import plastron.export.image.ChipImage;
import plastron.export.image.OutputFile;
import plastron.export.message.Sha256;
import plastron.export.profile.ChipProfiles;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RateEstimator;

/**
 * Lava runs a bundle to the same spikes and weights, and the comparator notices what is not the
 * same. Skipped where NumPy, or Lava, is missing.
 */
class LavaBundleTest {

  private static final int INPUTS = 10;

  @TempDir private Path folder;

  private static ChipImage image(String chip, String rule) {
    PlasticModel model =
        PlasticModel.named(rule)
            .source("input", INPUTS)
            .population("output", 4, new Neuron.Lif(1, Math.exp(-0.2), 0, Neuron.Reset.HARD, 0))
            .projection(
                "input",
                "output",
                p ->
                    p.rule(rule)
                        .delivery(Delivery.ARRIVAL)
                        .latency(1)
                        .set("W", 0.25)
                        .set("eta", 0.05))
            .clock(new Clock(8, RateEstimator.ExponentialTrace.matching(8), 0.5))
            .build();
    SpikeRaster spikes = new SpikeRaster(160, INPUTS);
    for (int t = 0; t < spikes.steps(); t++) {
      for (int n = 0; n < INPUTS; n++) {
        if (t * (n + 3) % 7 < 2) {
          spikes.set(t, n);
        }
      }
    }
    return Compilation.of(
            model, ChipProfiles.named(chip), Input.each(List.of(spikes)), ExportOptions.DEFAULT)
        .image();
  }

  private Path bundle(String chip, String rule) throws IOException {
    List<OutputFile> files =
        OutputFormats.write(image(chip, rule), OutputFormats.named(List.of("lava"), chip));
    for (OutputFile file : files) {
      Path target = folder.resolve(file.name());
      Files.createDirectories(target.resolveSibling("."));
      Files.write(target, file.bytes());
    }
    return folder.resolve("lava");
  }

  private PythonRun run(Path program, Object... arguments)
      throws IOException, InterruptedException {
    return PythonRun.of(folder, program, arguments);
  }

  @Test
  void whatTheEmulatorExpectsPassesAndEveryFaultFails() throws IOException, InterruptedException {
    Path numpy = PythonRun.with("numpy");
    Path bundle = bundle("loihi2", "ndp-oja");
    Path compare = bundle.resolve("compare.py");
    Path expected = bundle.resolve("expected.npz");

    PythonRun same = run(numpy, compare, expected);
    assertThat(same.out()).startsWith("All equal: ").doesNotContain("of which 0 are");
    assertThat(same.exitCode()).isZero();

    Path faulty = folder.resolve("faulty.npz");
    plant(numpy, expected, faulty);
    PythonRun weight = run(numpy, compare, faulty);
    assertThat(weight.out())
        .contains("trial1.plastic0.weights: ", " at epoch 3, post neuron 2, pre neuron 5; 1 of ");
    assertThat(weight.exitCode()).isEqualTo(1);

    byte[] good = Files.readAllBytes(expected);
    Files.copy(faulty, expected, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    PythonRun changed = run(numpy, compare, faulty);
    assertThat(changed.out()).startsWith("File expected.npz (SHA-256 ");
    assertThat(changed.exitCode()).isEqualTo(1);

    // Where the manifest goes along with the fault, the numbers tell.
    Path manifest = bundle.resolve("manifest.json");
    String text = Files.readString(manifest, StandardCharsets.UTF_8);
    Files.writeString(
        manifest, text.replace(Sha256.hex(good), Sha256.hex(Files.readAllBytes(faulty))));
    Path recorded = Files.write(folder.resolve("recorded.npz"), good);
    PythonRun planted = run(numpy, compare, recorded);
    assertThat(planted.out()).startsWith("trial1.plastic0.weights: ");
    assertThat(planted.exitCode()).isEqualTo(1);

    assertThat(run(numpy, compare, manifest).exitCode()).isEqualTo(2);
  }

  private void plant(Path numpy, Path from, Path to) throws IOException, InterruptedException {
    String script =
        """
        import sys, numpy
        arrays = dict(numpy.load(sys.argv[1]))
        arrays["trial1.plastic0.weights"][2, 2, 5] += 1
        numpy.savez(sys.argv[2], **arrays)
        """;
    assertThat(run(numpy, "-c", script, from, to)).isEqualTo(new PythonRun(0, ""));
  }

  @ParameterizedTest
  @CsvSource({"loihi2, ndp-oja", "loihi1, dp-bcm"})
  void theProgramIsPython(String chip, String rule) throws IOException, InterruptedException {
    Path numpy = PythonRun.with("numpy");
    PythonRun compiled = run(numpy, "-m", "py_compile", bundle(chip, rule).resolve("run.py"));
    assertThat(compiled).isEqualTo(new PythonRun(0, ""));
  }

  @ParameterizedTest
  @CsvSource({"loihi1, dp-linear", "loihi2, dp-bcm", "loihi2, ndp-oja", "loihi2, ndp-linear"})
  void lavaComesToTheSameWeights(String chip, String rule)
      throws IOException, InterruptedException {
    Path lava = PythonRun.with("lava");
    Path bundle = bundle(chip, rule);
    Path recorded = folder.resolve("recorded.npz");
    PythonRun ran = run(lava, "-W", "ignore", bundle.resolve("run.py"), recorded);
    assertThat(ran.exitCode()).as(ran.out()).isZero();
    PythonRun compared = run(lava, bundle.resolve("compare.py"), recorded);
    assertThat(compared.out()).startsWith("All equal: ");
    assertThat(compared.exitCode()).isZero();
  }
}
