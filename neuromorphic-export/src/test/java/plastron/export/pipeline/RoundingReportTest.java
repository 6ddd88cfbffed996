package plastron.export.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.diagnostic.Severity;
import plastron.export.fixedpoint.Rounding;
import plastron.export.fixedpoint.Scale;
import plastron.export.fixedpoint.ScaledArray;
import plastron.export.kit.CodeEdge;
import plastron.export.kit.RefusedCodes;
import plastron.export.stage.ScaledLayer;

class RoundingReportTest {

  private static double[][] normal(int from, int to, double sd) {
    Random random = new Random(3);
    double[][] values = new double[from][to];
    for (double[] row : values) {
      for (int i = 0; i < to; i++) {
        row[i] = random.nextGaussian(0, sd);
      }
    }
    return values;
  }

  private static double largest(double[][] values) {
    return Arrays.stream(values).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElseThrow();
  }

  /** Eight bits, the largest value in the last step. */
  private static ScaledArray fitted(String name, double[][] values) {
    return scaled(name, values, largest(values));
  }

  private static ScaledArray scaled(String name, double[][] values, double range) {
    return new ScaledArray(name, values, new Scale(range / 127, -128, 127), Rounding.NEAREST);
  }

  private static Diagnostic report(ScaledArray array, ScaledArray... others) {
    List<ScaledArray> arrays = new ArrayList<>(List.of(others));
    arrays.add(array);
    ScaledLayer<String> layer =
        new ScaledLayer<>("hidden", 0, 1, 16, 12, "rule", "program", arrays);
    Diagnostics diagnostics = new Diagnostics();
    new RoundingReport(layer, array, array.quantize(), 250).write("T", diagnostics);
    assertThat(diagnostics.all()).hasSizeLessThanOrEqualTo(1);
    return diagnostics.all().isEmpty()
        ? new Diagnostic("none", Severity.LOSSY, "", "", "")
        : diagnostics.all().getFirst();
  }

  @Test
  void whatIsExactIsNotSaid() {
    double[][] values = {{1, -3}, {127, 0}};
    assertThat(report(fitted("W", values)).code()).isEqualTo("none");
    assertThat(report(scaled("W", new double[4][4], 1)).code()).isEqualTo("none");
  }

  @Test
  void eightBitsForOneDistributionAreLossyOnly() {
    Diagnostic found = report(fitted("W", normal(16, 12, 0.3)));
    assertThat(found.severity()).isEqualTo(Severity.LOSSY);
    assertThat(found.code()).isEqualTo("T-ROUNDED");
  }

  @ParameterizedTest
  @ValueSource(doubles = {50, 500, 1e9})
  void oneHugeWeightIsNamedAndRefusedAndClippingItHelps(double huge) {
    double[][] values = normal(16, 12, 0.15);
    values[3][7] = -huge;
    Diagnostic found = report(fitted("W", values));
    assertThat(found.severity()).isEqualTo(Severity.REFUSAL);
    assertThat(found.code()).isEqualTo("T-ZERO");
    assertThat(found.subject()).isEqualTo("layer hidden, W");
    assertThat(found.message()).contains("W = -").contains("from neuron 3 to neuron 7");
    Matcher bound =
        Pattern.compile("clip the values at ([0-9.e+-]+), which").matcher(found.wayOut());
    assertThat(bound.find()).as(found.wayOut()).isTrue();
    values[3][7] = -Double.parseDouble(bound.group(1));
    assertThat(report(fitted("W", values)).severity()).isEqualTo(Severity.LOSSY);
  }

  @Test
  void degreesInBetweenAreWarnings() {
    double[][] values = normal(16, 12, 0.15);
    values[3][7] = 12;
    Diagnostic found = report(fitted("W", values));
    assertThat(found.severity()).isEqualTo(Severity.WARNING);
    assertThat(found.message()).contains("W = 12.00 from neuron 3 to neuron 7");
    assertThat(found.wayOut()).startsWith("Maybe clip the values at ");
  }

  @Test
  void whatSharesTheScaleIsNamed() {
    double[][] alpha = normal(16, 12, 1000);
    alpha[2][5] = 9000;
    Diagnostic found = report(scaled("W", normal(16, 12, 0.15), 250), fitted("tag", alpha));
    assertThat(found.severity()).isEqualTo(Severity.REFUSAL);
    assertThat(found.message())
        .contains("alpha.E of up to 250", "tag = 9000 from neuron 2 to neuron 5")
        .contains("192 of 192 values became zero");
    Matcher most = Pattern.compile("stay below ([0-9.e+-]+)\\.$").matcher(found.wayOut());
    assertThat(most.find()).as(found.wayOut()).isTrue();
    ScaledArray finer = scaled("W", normal(16, 12, 0.15), Double.parseDouble(most.group(1)));
    assertThat(report(finer).severity()).isEqualTo(Severity.LOSSY);
  }

  @Test
  void valuesPastTheRangeAreRefusedByAnotherName() {
    Diagnostic found = report(scaled("psi", normal(1, 12, 1), 0.05));
    assertThat(found.severity()).isEqualTo(Severity.REFUSAL);
    assertThat(found.code()).isEqualTo("T-SATURATED");
    assertThat(found.message()).contains("lie outside -0.05039 to 0.05000 and are clipped");
  }

  @Test
  void aFewNeuronsThatLoseEverythingAreAWarning() {
    double[][] values = normal(16, 12, 0.3);
    for (double[] row : values) {
      row[4] *= 1e-6;
    }
    Diagnostic found = report(fitted("W", values));
    assertThat(found.severity()).isEqualTo(Severity.WARNING);
    assertThat(found.message()).contains(" of 192 values became zero; 0.29 of what");
  }

  /** A share of 0.5. */
  @Test
  void halfOfWhatNeuronsReceive() {
    double[][] values = normal(1, 12, 1);
    CodeEdge.between(
        "T" + "-SATURATED",
        range -> RefusedCodes.of(List.of(report(scaled("psi", values, range)))),
        largest(values),
        0.05);
  }
}
