package plastron.loihi.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;
import plastron.export.Compilation;
import plastron.export.contract.ChipContract;
import plastron.export.contract.ContractCase;
import plastron.export.contract.ContractResult;
import plastron.export.contract.RandomModels;
import plastron.export.contract.timing.SpikeForm;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.fidelity.ComparedTrials;
import plastron.export.image.OutputFile;
import plastron.export.kit.CodeEdge;
import plastron.export.kit.RefusedCodes;
import plastron.export.predict.StatedError;
import plastron.export.profile.ChipProfiles;
import plastron.export.stage.ExportOptions;
import plastron.export.trace.TraceComparison;
import plastron.export.trace.TraceError;
import plastron.export.why.Why;
import plastron.export.why.WhyReport;
import plastron.export.why.cause.ChipOperation;
import plastron.loihi.lava.LavaFormat;
import plastron.loihi.profile.RegisterFormat;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.run.PlasticRunner;

/** Rules of single spikes, from the model to what the chips make of them. */
class TimedRunTest {

  private static final List<Input> EXAMPLES = TimedModels.inputs(12, 1);
  private static final List<Input> FRESH = TimedModels.inputs(4, 2);

  private static RuleFamily catalogue(String rule) {
    return Catalogue.find(rule).orElseThrow();
  }

  private static Compilation compiled(String chip, RuleFamily rule, Axis alpha, int interval) {
    return Compilation.of(
        TimedModels.model(rule, alpha, interval), chip, EXAMPLES, ExportOptions.DEFAULT);
  }

  private static TraceError measured(Compilation compiled) {
    PlasticModel model = compiled.model();
    PlasticRunner runner = PlasticRunner.of(model).withTraces(true);
    TraceComparison comparison = new TraceComparison("layer");
    for (Input input : FRESH) {
      runner.reset();
      var emulator = compiled.emulator();
      Recording expected = runner.run(input);
      Recording actual = emulator.drive(expected.spikes(), input.signals());
      for (int w = 0; w < expected.traces().size(); w++) {
        comparison.add(expected.traces().get(w).getFirst(), actual.traces().get(w).getFirst(), 1);
      }
    }
    return comparison.error();
  }

  @ParameterizedTest
  @CsvSource({
    "loihi1, stdp, SYNAPSE, 10",
    "loihi2, stdp, GLOBAL, 8",
    "loihi1, stdp-triplet, SYNAPSE, 8",
    "loihi2, stdp-dopamine, SYNAPSE, 8",
    "loihi1-assisted, stdp-dopamine, GLOBAL, 8",
    "loihi1-reward, stdp-dopamine, GLOBAL, 8"
  })
  void onlyRoundingTellsTheChipFromTheRule(String chip, String rule, Axis alpha, int interval) {
    Compilation compiled = compiled(chip, catalogue(rule), alpha, interval);
    TraceError error = measured(compiled);
    assertThat(error.correlation()).isGreaterThan(0.9);
    assertThat(error.relativeRms()).isLessThan(0.05);
    if (!rule.equals("stdp-dopamine")) {
      StatedError stated = compiled.image().error("layer").orElseThrow();
      assertThat(stated.holds(error.rms())).isTrue();
      assertThat(stated.systematic() / stated.fullScale()).isLessThan(0.01);
    }
  }

  /** Spikes of the input and of the layer, {@code step:neuron}. */
  private static double learned(Compilation compiled, int[][] pre, int[][] post) {
    SpikeRaster[] rasters = {
      new SpikeRaster(16, TimedModels.PRE), new SpikeRaster(16, TimedModels.POST)
    };
    for (int[] spike : pre) {
      rasters[0].set(spike[0], spike[1]);
    }
    for (int[] spike : post) {
      rasters[1].set(spike[0], spike[1]);
    }
    Recording recording = compiled.emulator().drive(List.of(rasters), Map.of());
    float[][] last = recording.traces().getLast().getFirst();
    return last[0][0];
  }

  @Test
  void spikesOfOneStepDoNotSeeEachOther() {
    Compilation compiled = compiled("loihi2", catalogue("stdp"), Axis.GLOBAL, 8);
    double after = learned(compiled, new int[][] {{3, 0}}, new int[][] {{5, 0}});
    double before = learned(compiled, new int[][] {{5, 0}}, new int[][] {{3, 0}});
    double together = learned(compiled, new int[][] {{5, 0}}, new int[][] {{5, 0}});
    assertThat(after).isPositive();
    assertThat(before).isNegative();
    assertThat(Math.abs(together)).isLessThan(0.2 * after);
    assertThat(codes(compiled)).contains("L-COINCIDENT").doesNotContain("L-EPOCH");
  }

  @Test
  void whereNoTraceTellsThemApartTheReportSaysSo() {
    RuleFamily nearest = new SpikeForm(SpikeForm.Pairing.NEAREST, SpikeForm.Decay.NONE, 20, 30);
    Compilation compiled =
        Compilation.of(
            TimedModels.model(nearest, Axis.GLOBAL, 8), "loihi1", EXAMPLES, ExportOptions.DEFAULT);
    assertThat(compiled.image().diagnostics())
        .filteredOn(d -> d.code().equals("L-COINCIDENT"))
        .singleElement()
        .satisfies(d -> assertThat(d.message()).contains("no trace is left"));
  }

  private static List<String> codes(Compilation compiled) {
    return compiled.image().diagnostics().stream().map(Diagnostic::code).toList();
  }

  @Test
  void epochsOfSeveralStepsAreRefusedWhereTheyWouldLoseSpikes() {
    assertThatThrownBy(() -> compiled("loihi2", catalogue("stdp-dopamine"), Axis.SYNAPSE, 10))
        .hasMessageContaining(
            "L-EPOCH layer layer, rule stdp-dopamine: the update interval (10) takes epochs of 5"
                + " steps")
        .hasMessageContaining("Maybe train with an update interval that is a power of two");
  }

  /** Epochs of one step, and of three. */
  @Test
  void pairsOfSpikes() {
    RuleFamily pairs = catalogue("stdp-dopamine");
    CodeEdge.of(
        "L-EPOCH",
        RefusedCodes.of(() -> compiled("loihi2", pairs, Axis.SYNAPSE, 8)),
        RefusedCodes.of(() -> compiled("loihi2", pairs, Axis.SYNAPSE, 6)));
  }

  @Test
  void aSecondStateTakesTheTagWhereAlphaLeavesIt() {
    Compilation compiled = compiled("loihi1-assisted", catalogue("stdp-dopamine"), Axis.GLOBAL, 8);
    assertThat(compiled.image().layers().getFirst().program())
        .anyMatch(line -> line.startsWith("plastic dt = "))
        .anyMatch(line -> line.startsWith("neuron trail y1 "))
        .noneMatch(line -> line.startsWith("plastic dd = "));
    assertThatThrownBy(
            () -> compiled("loihi1-assisted", catalogue("stdp-dopamine"), Axis.SYNAPSE, 8))
        .hasMessageContaining("L-DELAY-USED")
        .hasMessageContaining("the tag holds alpha");
  }

  @Test
  void pureLoihi1RefusesTheModulator() {
    assertThatThrownBy(() -> compiled("loihi1", catalogue("stdp-dopamine"), Axis.GLOBAL, 8))
        .hasMessageContaining("L-MOD-PERNEURON")
        .hasMessageContaining(
            "Maybe export to loihi1-reward (a core for every modulator), or export to"
                + " loihi1-assisted, or export to loihi2");
  }

  @Test
  void bundleAndRegistersHaveGatesAndTraces() {
    Compilation compiled = compiled("loihi2", catalogue("stdp-triplet"), Axis.SYNAPSE, 8);
    String run = text(new LavaFormat().write(compiled.image()), "lava/run.py");
    assertThat(run).contains("*x0*t*y1", "y2_impulse=", "y3_tau=0,");
    String registers = text(new RegisterFormat().write(compiled.image()), "registers.json");
    assertThat(registers).contains("\"y2\"", "\"y3\"");
  }

  @Test
  void whyReadsTheImageBackAsTheNetworkThatItIs() {
    Compilation compiled = compiled("loihi2", catalogue("stdp"), Axis.SYNAPSE, 8);
    WhyReport report =
        Why.explain(
            compiled.model(),
            compiled.chip(),
            compiled.image(),
            compiled.image(),
            ComparedTrials.of(FRESH, (spikes, episode) -> true),
            1);
    assertThat(report.chip().traceError()).isPositive();
    assertThat(report.causes())
        .extracting(cause -> cause.cause().operation())
        .contains(ChipOperation.FLOOR);
    assertThat(report.together().traceError())
        .isCloseTo(report.chip().traceError(), withinPercentage(50));
  }

  private static String text(List<OutputFile> files, String name) {
    return files.stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .map(f -> new String(f.bytes(), StandardCharsets.UTF_8))
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"lava", "brian2loihi"})
  void drawnRulesOfSpikesStayWithinTheStatedError(String arithmetic) {
    var chip = ChipProfiles.named("loihi1");
    ExportOptions options = new ExportOptions(1, Map.of("arithmetic", arithmetic));
    long stated =
        IntStream.rangeClosed(1, 20)
            .filter(
                seed -> {
                  ContractCase tried = RandomModels.drawTimed(seed, chip.form());
                  ContractResult result = ChipContract.of(chip, options).check(tried);
                  assertThat(result.violations()).as(tried.name()).isEmpty();
                  return result.refusals().isEmpty() && !result.unstated();
                })
            .count();
    assertThat(stated).isGreaterThan(4);
  }
}
