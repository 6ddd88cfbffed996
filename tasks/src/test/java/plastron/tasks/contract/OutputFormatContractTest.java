package plastron.tasks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.export.Compilation;
import plastron.export.artifact.ExportDirectory;
import plastron.export.artifact.ImageFile;
import plastron.export.contract.ChangedImage;
import plastron.export.contract.ContractCase;
import plastron.export.contract.RandomModels;
import plastron.export.contract.RandomNetworks;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.diagnostic.Severity;
import plastron.export.format.OutputFormat;
import plastron.export.format.OutputFormats;
import plastron.export.image.ChipImage;
import plastron.export.image.OutputFile;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.stage.ExportOptions;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.export.ExportFolder;

/** What every output format that the service loader finds must keep. */
class OutputFormatContractTest {

  /** Images a chip: some of layers, the others of drawn graphs. */
  private static final int IMAGES = 4;

  /** Chains, which every format can say. */
  private static final int CHAINS = 2;

  private static final int MOST_DRAWN = 200;

  private static final Map<String, List<ChipImage>> IMAGES_OF = new HashMap<>();

  @TempDir private Path folder;

  @BeforeAll
  static void compile() {
    for (ChipProfile<?, ?> chip : ChipProfiles.all()) {
      List<ChipImage> images = new ArrayList<>();
      accepted(chip, seed -> RandomModels.draw(seed, chip.form()), CHAINS, images);
      accepted(chip, seed -> RandomNetworks.draw(seed, chip.form()), IMAGES, images);
      assertThat(images).as(chip.name()).hasSize(IMAGES);
      IMAGES_OF.put(chip.name(), images);
    }
  }

  private static void accepted(
      ChipProfile<?, ?> chip, LongFunction<ContractCase> draw, int most, List<ChipImage> into) {
    for (int seed = 1; seed <= MOST_DRAWN && into.size() < most; seed++) {
      ContractCase tried = draw.apply(seed);
      try {
        into.add(
            Compilation.of(tried.model(), chip, tried.calibration(), ExportOptions.DEFAULT)
                .image());
      } catch (ExportRefusedException e) {
        // Another one is taken.
      }
    }
  }

  static List<OutputFormat> formats() {
    return OutputFormats.all();
  }

  /** Images that a format writes; others it refuses by name. */
  private static List<ChipImage> own(OutputFormat format) {
    return images(format, true).stream().filter(image -> !refuses(format, image)).toList();
  }

  private static boolean refuses(OutputFormat format, ChipImage image) {
    return format.diagnostics(image).stream().anyMatch(d -> d.severity() == Severity.REFUSAL);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void whatItCannotSayIsRefusedByNameAndNothingElseIs(OutputFormat format) {
    assertThat(own(format)).as("images that it writes").hasSizeGreaterThan(1);
    for (ChipImage image : images(format, true)) {
      List<Diagnostic> said = format.diagnostics(image);
      assertThat(format.diagnostics(image)).isEqualTo(said);
      assertThat(said)
          .extracting(Diagnostic::toString)
          .allMatch(line -> line.matches("[^\\p{Cc}]+"));
      if (refuses(format, image)) {
        assertThat(format.isDefault()).isFalse();
        assertThatThrownBy(() -> format.write(image))
            .isInstanceOfSatisfying(
                ExportRefusedException.class,
                e ->
                    assertThat(said)
                        .filteredOn(d -> d.severity() == Severity.REFUSAL)
                        .isEqualTo(e.refusals()));
      }
    }
  }

  private static List<ChipImage> images(OutputFormat format, boolean own) {
    return IMAGES_OF.entrySet().stream()
        .filter(entry -> format.isFor(entry.getKey()) == own)
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  @Test
  void namesAreUnlikeEachOther() {
    assertThat(formats()).isNotEmpty().extracting(OutputFormat::name).doesNotHaveDuplicates();
    for (String chip : IMAGES_OF.keySet()) {
      assertThat(OutputFormats.names(chip)).as(chip).isNotEmpty();
      assertThat(OutputFormats.named(OutputFormats.names(chip), chip))
          .extracting(OutputFormat::name)
          .isEqualTo(OutputFormats.names(chip));
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void itSaysWhatItIs(OutputFormat format) {
    assertThat(format.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    assertThat(format.description()).isNotBlank().matches("[^\\p{Cc}]*[^.]");
    assertThat(own(format)).as("images of its chips").isNotEmpty();
    assertThat(CommandRun.of("export", "--help").out()).contains(format.name());
    assertThat(CommandRun.of("doctor").out()).contains(format.name());
  }

  @ParameterizedTest
  @MethodSource("formats")
  void filesHaveRelativeNamesThatNobodyElseHas(OutputFormat format) {
    List<String> taken =
        List.of(
            ExportDirectory.IMAGE,
            ExportDirectory.MANIFEST,
            ExportFolder.CONFIG,
            ExportFolder.REPORT,
            ExportFolder.FIDELITY,
            "fidelity.json");
    for (ChipImage image : own(format)) {
      List<OutputFile> files = format.write(image);
      assertThat(files).isNotEmpty();
      assertThat(files)
          .extracting(OutputFile::name)
          .doesNotHaveDuplicates()
          .doesNotContainAnyElementsOf(taken)
          .allMatch(name -> !Path.of(name).isAbsolute() && !name.contains(".."));
      assertThat(files).allMatch(file -> file.bytes().length > 0, "is not empty");
      assertThat(files).allMatch(file -> file.role().matches("[^\\p{Cc}]*[^.\\p{Cc}]"), "one line");
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void theSameImageGivesTheSameBytesAndStaysAsItIs(OutputFormat format) {
    for (ChipImage image : own(format)) {
      byte[] before = ImageFile.bytes(image);
      List<OutputFile> first = format.write(image);
      assertThat(format.write(image)).isEqualTo(first);
      OutputFormat another =
          OutputFormats.named(List.of(format.name()), image.profile()).getFirst();
      assertThat(another.write(image)).isEqualTo(first);
      assertThat(ImageFile.bytes(image)).isEqualTo(before);
    }
  }

  /** What was read back from a folder is written as what was compiled. */
  @ParameterizedTest
  @MethodSource("formats")
  void anImageFromAFileIsWrittenTheSame(OutputFormat format) throws IOException {
    ChipImage image = own(format).getFirst();
    Path export = folder.resolve("export");
    List<OutputFile> files = format.write(image);
    assertThat(ExportDirectory.write(image, files, export))
        .containsAll(files.stream().map(OutputFile::name).toList());
    assertThat(format.write(ExportDirectory.read(export))).isEqualTo(files);
  }

  /** Of one chip: without learning, chips that differ in nothing else have the same files. */
  @ParameterizedTest
  @MethodSource("formats")
  void differentImagesGiveDifferentFiles(OutputFormat format) {
    Map<String, List<List<OutputFile>>> written =
        own(format).stream()
            .collect(
                Collectors.groupingBy(
                    ChipImage::profile, Collectors.mapping(format::write, Collectors.toList())));
    written.forEach((chip, files) -> assertThat(files).as(chip).doesNotHaveDuplicates());
  }

  @ParameterizedTest
  @MethodSource("formats")
  void anImageOfAnotherChipIsRefusedInOneLine(OutputFormat format) {
    List<ChipImage> others = new ArrayList<>(images(format, false));
    others.add(ChangedImage.of(own(format).getFirst()).profile("no-such-chip").image());
    for (ChipImage image : others) {
      assertThatThrownBy(() -> format.write(image))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(format.name())
          .hasMessageContaining("(" + image.profile() + ")")
          .hasMessageMatching(".*\\.");
    }
  }

  @Test
  void allFormatsOfAChipFitIntoOneFolder() {
    IMAGES_OF.forEach(
        (chip, images) -> {
          ChipImage image = Objects.requireNonNull(images).getFirst();
          List<OutputFormat> writing =
              OutputFormats.named(OutputFormats.names(chip), chip).stream()
                  .filter(format -> !refuses(format, image))
                  .toList();
          assertThat(writing).as(chip).isNotEmpty();
          assertThat(OutputFormats.write(image, writing))
              .extracting(OutputFile::name)
              .doesNotHaveDuplicates();
        });
  }
}
