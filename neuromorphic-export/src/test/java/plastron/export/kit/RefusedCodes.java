package plastron.export.kit;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plastron.core.run.Input;
import plastron.export.calibration.Calibration;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.diagnostic.Severity;
import plastron.export.mapping.Partition;
import plastron.export.mapping.Place;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.profile.ChipProfile;
import plastron.export.stage.ExportOptions;
import plastron.export.stage.Outline;
import plastron.export.stage.QuantizedLayer;
import plastron.export.stage.QuantizedModel;
import plastron.plasticity.model.PlasticModel;

/** By which codes something is refused; by none if it is not. */
public final class RefusedCodes {

  private RefusedCodes() {}

  /** Those of a compilation. */
  public static Set<String> of(ChipProfile<?, ?> chip, PlasticModel model, List<Input> examples) {
    return of(chip, model, examples, ExportOptions.DEFAULT);
  }

  /** Those of a compilation with options. */
  public static Set<String> of(
      ChipProfile<?, ?> chip, PlasticModel model, List<Input> examples, ExportOptions options) {
    return of(() -> ExportPipeline.to(chip).run(model, examples, options));
  }

  /**
   * Those of cutting and placing what has been quantized, whatever its arrays: sizes that no test
   * compiles.
   *
   * @param sizes of all populations
   * @param layers each with the indices of two of them
   */
  public static <P> Set<String> ofMapping(
      ChipProfile<?, P> chip, List<Integer> sizes, List<QuantizedLayer<P>> layers) {
    QuantizedModel<P> model =
        new QuantizedModel<>(outline(sizes), new Calibration(1, 0, List.of(), List.of()), layers);
    return of(
        () ->
            Place.place(
                Partition.partition(model, chip, new Diagnostics()), chip, new Diagnostics()));
  }

  /** Those of anything. */
  public static Set<String> of(Runnable refusing) {
    try {
      refusing.run();
      return Set.of();
    } catch (ExportRefusedException e) {
      return of(e.refusals());
    }
  }

  /** Those among diagnostics. */
  public static Set<String> of(Collection<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .filter(d -> d.severity() == Severity.REFUSAL)
        .map(Diagnostic::code)
        .collect(Collectors.toSet());
  }

  private static Outline outline(List<Integer> sizes) {
    List<String> names = IntStream.range(0, sizes.size()).mapToObj(p -> "p" + p).toList();
    return new Outline(
        "mapped", names, sizes, List.of(0), new TreeMap<>(), 8, Map.of(), ExportOptions.DEFAULT);
  }
}
