package plastron.tasks.export;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.profile.ChipProfile;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.model.PlasticModel;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.NearestName;
import plastron.tasks.trained.TrainedArgument;
import plastron.tasks.trained.TrainedNetwork;

/** What {@code export} and {@code verify} have in common: a run or a model, a chip, and choices. */
final class CompileOptions {

  private static final String ARITHMETIC = "arithmetic";

  @Mixin private TrainedArgument argument;

  @Option(
      names = "--target",
      paramLabel = "CHIP",
      description = "Chip to compile for: loihi1, loihi2 or spinnaker1.")
  private @Nullable String target;

  @Option(
      names = "--allow",
      paramLabel = "FORM",
      split = ",",
      description =
          "What a chip may use beside what all its tools have. assisted: the embedded processors of"
              + " loihi1 compute in every step what its cores cannot; reward: rules read its reward"
              + " channel, which NxSDK alone has. Both: assisted,reward. The same as --target"
              + " loihi1-assisted, loihi1-reward or loihi1-assisted-reward.")
  private List<String> allowed = List.of();

  @Option(
      names = "--arithmetic",
      paramLabel = "NAME",
      description =
          "How a Loihi rounds weights, shifts sums and overflows: lava (default) or brian2loihi.")
  private @Nullable String arithmetic;

  @Option(
      names = "--calibration",
      paramLabel = "N",
      defaultValue = "" + CompiledRun.CALIBRATION_TRIALS,
      description = "Trials that ranges are measured on (${DEFAULT-VALUE}).")
  private int calibration;

  @Option(
      names = "--chip-seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of what is random on the chip (${DEFAULT-VALUE}).")
  private long seed;

  /** Whether a chip was named. */
  boolean hasTarget() {
    return target != null;
  }

  /** The chip; throws {@link BadInputException} if there is none of its name. */
  ChipProfile<?, ?> chip() {
    if (target == null) {
      throw new BadInputException(
          "Missing required option: '--target=CHIP'", "Maybe --target loihi2");
    }
    return Target.named(target, allowed);
  }

  /** The model, for no chip. */
  PlasticModel model() {
    return argument.model();
  }

  /**
   * Compiles.
   *
   * @param err receives a line for every refusal
   * @param threads that will compare what is compiled with the run
   * @throws BadInputException if anything is wrong, a refusal included
   */
  CompiledRun compile(PrintWriter err, int threads) {
    ChipProfile<?, ?> profile = chip();
    Counts.requirePositive("--calibration", calibration);
    TrainedNetwork trained = argument.openWithOthers();
    ExportOptions options = new ExportOptions(seed, settings(trained, profile));
    trained.require((config, heap) -> CompiledRun.bytes(trained, calibration, threads, heap));
    try {
      return CompiledRun.of(trained, profile, options, calibration);
    } catch (ExportRefusedException e) {
      e.refusals().forEach(refusal -> err.println("refused: " + refusal));
      throw new BadInputException(
          "%s cannot be put on %s, for the reasons above (%d)."
              .formatted(trained.subject(), profile.title(), e.refusals().size()));
    }
  }

  /** Choices that only this chip knows: those of the run, then the user's. */
  private Map<String, String> settings(TrainedNetwork trained, ChipProfile<?, ?> chip) {
    Map<String, String> values = new LinkedHashMap<>(trained.exportSettings(chip));
    for (String assignment : argument.others()) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw new BadInputException("Option --set (%s) must be key=value.".formatted(assignment));
      }
      values.put(assignment.substring(0, equals).strip(), assignment.substring(equals + 1).strip());
    }
    if (arithmetic != null) {
      values.put(ARITHMETIC, arithmetic);
      chip.problem(ARITHMETIC, arithmetic).ifPresent(problem -> refuseArithmetic(chip, problem));
    }
    return values;
  }

  private void refuseArithmetic(ChipProfile<?, ?> chip, String problem) {
    List<String> names = chip.settings().getOrDefault(ARITHMETIC, List.of());
    throw new BadInputException(
        "Option --arithmetic: " + problem,
        names.isEmpty()
            ? "Maybe leave it out: it is for Loihi."
            : NearestName.maybe(Objects.requireNonNull(arithmetic), names));
  }
}
