package plastron.export.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import plastron.core.run.Input;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.diagnostic.Severity;
import plastron.export.image.ChipImage;
import plastron.export.kit.CodeEdge;
import plastron.export.kit.FixedPointEmulator;
import plastron.export.kit.RefusedCodes;
import plastron.export.range.AccumulatorRange;
import plastron.export.range.Overflow;
import plastron.export.stage.ExportOptions;
import plastron.export.toy.ToyModels;
import plastron.export.toy.ToyProfile;

/** Accumulators of 100 at their ends and one past them. */
class CheckRangesTest {

  private static List<Diagnostic> said(double worst, double calibrated, Overflow overflow) {
    AccumulatorRange range =
        new AccumulatorRange(
            "layer", "slow sum", 8, 100, worst, OptionalDouble.of(calibrated), overflow, "");
    ToyProfile chip =
        new ToyProfile() {
          @Override
          public List<AccumulatorRange> ranges(ChipImage image) {
            return List.of(range);
          }
        };
    return ExportPipeline.to(chip, m -> new FixedPointEmulator(m, true))
        .run(
            ToyModels.inForm(6, 4, "dp-linear"),
            Input.each(List.of(ToyModels.noise(160, 6, 0.3, 1))),
            ExportOptions.DEFAULT)
        .diagnostics()
        .stream()
        .filter(d -> d.code().equals("T-SLOW-SUM-OVF"))
        .toList();
  }

  @Test
  void whatFitsInTheWorstCaseIsNotMentioned() {
    assertThat(said(100, 100, Overflow.WRAPS)).isEmpty();
    assertThat(said(101, 101, Overflow.SATURATES)).isEmpty();
  }

  @Test
  void whatOnlyTheWorstCaseOverflowsIsAWarningWithItsMargin() {
    assertThat(said(101, 100, Overflow.WRAPS))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.severity()).isEqualTo(Severity.WARNING);
              assertThat(d.subject()).isEqualTo("population layer");
              assertThat(d.message())
                  .isEqualTo(
                      "if all synapses carried a spike in every step slow sum would reach 101, its"
                          + " 8 bits hold 100, 0.99 of that; in calibration it reached 100, which"
                          + " fits 1.00 times.");
            });
  }

  @Test
  void whatOverflowsInCalibrationIsRefused() {
    assertThatThrownBy(() -> said(101, 101, Overflow.WRAPS))
        .isInstanceOf(ExportRefusedException.class)
        .hasMessage(
            "T-SLOW-SUM-OVF population layer: slow sum reaches 101 in calibration, its 8 bits hold"
                + " 100. Maybe train with smaller weights.");
  }

  @Test
  void accumulatorsThatWrap() {
    CodeEdge.of(
        "T-SLOW-SUM" + "-OVF",
        RefusedCodes.of(said(101, 100, Overflow.WRAPS)),
        RefusedCodes.of(() -> said(101, 101, Overflow.WRAPS)));
  }
}
