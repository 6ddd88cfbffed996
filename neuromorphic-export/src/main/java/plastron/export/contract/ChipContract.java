package plastron.export.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.export.contract.ContractResult.Excuse;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.image.ChipImage;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.predict.StatedError;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.Emulator;
import plastron.export.profile.Tally;
import plastron.export.stage.ExportOptions;
import plastron.export.trace.TraceComparison;
import plastron.export.trace.TraceError;
import plastron.export.trace.TraceTimeline;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.run.PlasticRunner;

/** Tries models on one chip. No state; any thread may use it. */
public final class ChipContract {

  private final ChipProfile<?, ?> profile;
  private final ExportOptions options;

  private ChipContract(ChipProfile<?, ?> profile, ExportOptions options) {
    this.profile = profile;
    this.options = options;
  }

  /** The contract of a chip. */
  public static ChipContract of(ChipProfile<?, ?> profile) {
    return of(profile, ExportOptions.DEFAULT);
  }

  /** The contract of a chip with choices of a user, see {@link ChipProfile#settings}. */
  public static ChipContract of(ChipProfile<?, ?> profile, ExportOptions options) {
    return new ChipContract(profile, options);
  }

  /** Compiles a model of one layer, and if the chip accepts it, measures it on fresh inputs. */
  RuleTrial tried(ContractCase tried) {
    try {
      ChipImage image = compile(profile, tried, options);
      Measured measured = measured(tried, image, options.seed());
      return new RuleTrial(List.of(), Optional.of(measured.errors().getFirst()));
    } catch (ExportRefusedException refused) {
      return new RuleTrial(codes(refused), Optional.empty());
    }
  }

  /** Compiles a model, and if the chip accepts it, measures its error on fresh inputs. */
  public ContractResult check(ContractCase tried) {
    ChipImage image;
    try {
      image = compile(profile, tried, options);
    } catch (ExportRefusedException refused) {
      return new ContractResult(
          profile.name(),
          tried.name(),
          tried.columns(),
          codes(refused),
          false,
          0,
          0,
          0,
          Excuse.NONE,
          List.of());
    }
    long seed = options.seed();
    ContractResult first = measure(tried, image, seed);
    if (first.violations().isEmpty()) {
      return first;
    }
    ContractResult again = measure(tried, image, seed + 1);
    return again.violations().isEmpty() ? first.with(Excuse.RANDOM) : first;
  }

  private static <R, P> ChipImage compile(
      ChipProfile<R, P> profile, ContractCase tried, ExportOptions options) {
    return ExportPipeline.to(profile).run(tried.model(), tried.calibration(), options);
  }

  private static List<String> codes(ExportRefusedException refused) {
    return refused.refusals().stream().map(Diagnostic::code).toList();
  }

  private ContractResult measure(ContractCase tried, ChipImage image, long seed) {
    Measured measured = measured(tried, image, seed);
    ContractResult result = judge(tried, image, measured.errors());
    return result.violations().isEmpty() || measured.lost() == 0
        ? result
        : result.with(Excuse.COUNTED);
  }

  /**
   * What fresh inputs gave.
   *
   * @param errors one a layer
   * @param lost how often a register lost something
   */
  private record Measured(List<TraceError> errors, long lost) {}

  /** Takes the float model and the chip through the same spikes. */
  private Measured measured(ContractCase tried, ChipImage image, long seed) {
    PlasticModel model = tried.model();
    List<TraceComparison> differences =
        image.layers().stream().map(layer -> new TraceComparison(layer.name())).toList();
    PlasticRunner runner = PlasticRunner.of(model).withTraces(true);
    Emulator emulator = profile.emulator(image, true, seed);
    long lost = 0;
    for (Input input : tried.fresh()) {
      runner.reset();
      emulator.reset();
      Recording expected = runner.run(input);
      Recording actual = emulator.drive(expected.spikes(), input.signals());
      lost += Tally.harmful(Tally.of(profile.counters(), actual.counters()));
      TraceTimeline.compare(
          new TraceTimeline(expected.traces(), model.graph().clock().updateInterval()),
          new TraceTimeline(actual.traces(), image.updateInterval()),
          input.steps(),
          differences);
    }
    return new Measured(differences.stream().map(TraceComparison::error).toList(), lost);
  }

  /** The layer that is nearest to breaking the statement stands for the model. */
  private ContractResult judge(ContractCase tried, ChipImage image, List<TraceError> differences) {
    List<String> violations = new ArrayList<>();
    boolean unstated = false;
    double fullScale = 0;
    double stated = 0;
    double measured = 0;
    for (int l = 0; l < differences.size(); l++) {
      if (!tried.model().graph().projections().get(l).rule().isPlastic()) {
        continue;
      }
      String name = image.layers().get(l).name();
      StatedError error = image.error(name).orElse(null);
      double rms = differences.get(l).rms();
      if (error == null && rms == 0 && differences.get(l).fullScale() == 0) {
        continue; // nothing changes on either side: the chip may run the layer as a static one
      }
      if (error == null) {
        unstated = true;
        if (image.diagnostics().stream().noneMatch(d -> d.code().endsWith("-UNSTATED"))) {
          violations.add("layer %s: no error is stated and nothing says so".formatted(name));
        }
        continue;
      }
      if (!error.isSmall()
          && image.diagnostics().stream().noneMatch(d -> d.code().endsWith("-ERROR"))) {
        violations.add("layer %s: the stated error is large and nothing says so".formatted(name));
      }
      if (!error.holds(rms)) {
        violations.add(
            "layer %s: %.3g of full scale (%.3g) was stated, %.3g measured"
                .formatted(name, error.relative(), error.fullScale(), rms / error.fullScale()));
      }
      double relative = rms == 0 ? 0 : rms / error.fullScale();
      if (error.relative() - relative <= stated - measured || fullScale == 0) {
        fullScale = error.fullScale();
        stated = error.relative();
        measured = relative;
      }
    }
    return new ContractResult(
        profile.name(),
        tried.name(),
        tried.columns(),
        List.of(),
        unstated,
        fullScale,
        stated,
        measured,
        Excuse.NONE,
        violations);
  }
}
