package plastron.tasks.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.export.artifact.ImageFile;
import plastron.export.image.ChipImage;
import plastron.export.stage.ExportOptions;
import plastron.export.why.Why;
import plastron.export.why.WhyReport;
import plastron.tasks.trained.TrainedNetwork;

/**
 * Faults that were planted in written images are what {@code why} ranks first. {@code
 * -Dwhy.faults=50} plants that many; without it there are ten.
 */
class PlantedFaultsTest {

  private static final int FAULTS = Integer.getInteger("why.faults", 10);
  private static final double LEAST_FOUND = 0.9;
  private static final int TRIALS = 8;
  @TempDir private static Path folder;

  private static final List<FaultKind> KINDS = List.of(FaultKind.values());
  private static final List<CompiledRun> EXPORTS = new ArrayList<>();

  @BeforeAll
  static void compile() {
    compile("loihi1", "dp-linear");
    compile("loihi2", "ndp-linear");
    compile("spinnaker1", "ndp-linear");
  }

  private static void compile(String chip, String rule) {
    Path run = folder.resolve(chip);
    TinyRun.make(run, rule, chip, "--set", "model.update_interval=16");
    EXPORTS.add(
        CompiledRun.of(TrainedNetwork.ofRun(run), Target.named(chip), ExportOptions.DEFAULT, 8));
  }

  @Test
  void areRankedFirst() throws IOException {
    List<String> missed = new ArrayList<>();
    for (int seed = 0; seed < FAULTS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      FaultKind kind = KINDS.get(seed % KINDS.size());
      List<CompiledRun> fitting =
          EXPORTS.stream().filter(compiled -> kind.fits(compiled.image())).toList();
      CompiledRun compiled = fitting.get(random.nextInt(fitting.size()));
      ChipImage image = compiled.image();
      int layer = random.nextInt(image.layers().size());
      Path file = folder.resolve("faulty-%d.plastron".formatted(seed));
      ImageFile.write(kind.plant(image, layer, random), file);
      WhyReport report =
          Why.explain(
              compiled.run().model(),
              compiled.profile(),
              ImageFile.read(file),
              image,
              compiled.run().evaluation(TRIALS).compared(),
              2);
      String first = report.causes().getFirst().cause().toString();
      if (!first.equals(kind.cause(image, layer))) {
        missed.add(
            "%d: %s on %s, %s; first was %s"
                .formatted(seed, kind, image.profile(), kind.cause(image, layer), first));
      }
    }
    assertThat(missed).hasSizeLessThanOrEqualTo((int) ((1 - LEAST_FOUND) * FAULTS + 1e-9));
  }
}
