package plastron.export.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.export.stage.ScaledLayer;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleOptions;

/** Arrays whose values have two scales. */
class ArrayPartsTest {

  private static final double[][] LARGE = {{100, 0}, {0, 0}};
  private static final double[][] SMALL = {{0, 0.3}, {0.7, 0.1}};

  private static ScaledArray array(String name, double[][] values, double lsb) {
    return new ScaledArray(name, values, new Scale(lsb, -128, 127), Rounding.NEAREST);
  }

  private static List<QuantizedArray> rounded(ScaledArray... arrays) {
    return Stream.of(arrays).map(ScaledArray::quantize).toList();
  }

  @Test
  void partsAreFoundInTheirOrderUpToTheFirstThatIsMissing() {
    List<QuantizedArray> arrays =
        rounded(
            array("w_3", SMALL, 1),
            array("w_1", SMALL, 1),
            array("tag", SMALL, 1),
            array("w", LARGE, 1));
    assertThat(ArrayParts.of(arrays, "w"))
        .extracting(QuantizedArray::name)
        .containsExactly("w", "w_1");
    assertThat(ArrayParts.of(arrays, "tag")).hasSize(1);
    assertThat(ArrayParts.of(arrays, "delay")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "w, true",
    "w_1, true",
    "w_2, true",
    "tag, false",
    "matrix_W_m, false",
    "x_1, false",
    "w_01, false"
  })
  void aPartIsOneOfSeveral(String name, boolean part) {
    List<String> names = List.of("w", "w_1", "w_2", "w_01", "tag", "matrix_W_m", "x_1");
    assertThat(ArrayParts.isPart(name, names)).isEqualTo(part);
  }

  /** Two neurons: the first has 100 and 0.7, the second 0.3 and 0.1. */
  @Test
  void whatIsLostIsLostOfTheSum() {
    double[][] whole = {{100, 0.3}, {0.7, 0.1}};
    double fine = 0.7 / 127;
    List<QuantizedArray> parts = rounded(array("w", LARGE, 1), array("w_1", SMALL, fine));
    double a = Math.rint(0.3 / fine) * fine - 0.3;
    double b = Math.rint(0.1 / fine) * fine - 0.1;
    double second = (a * a + b * b) / (0.3 * 0.3 + 0.1 * 0.1);
    assertThat(ArrayParts.lost(whole, parts)).isCloseTo(Math.sqrt(second / 2), within(1e-9));
    List<QuantizedArray> one = rounded(array("w", whole, 1));
    assertThat(ArrayParts.lost(whole, one)).isEqualTo(one.getFirst().error().lost());
  }

  /**
   * Training rounds a parameter that has parts to the steps of the finest, as far as the widest.
   */
  @Test
  void aParameterInPartsHasOneGrid() {
    Symbol symbol =
        Catalogue.find("static")
            .orElseThrow()
            .build(RuleOptions.paper())
            .symbols(Role.PARAMETER)
            .stream()
            .findFirst()
            .orElseThrow();
    ScaledLayer<String> layer =
        new ScaledLayer<>(
            "layer",
            0,
            1,
            2,
            2,
            "static",
            "program",
            List.of(
                array("w", LARGE, 1).of(symbol),
                array("w_1", SMALL, 0.25).of(symbol),
                array("other", SMALL, 0.125).of(symbol)));
    assertThat(layer.grids())
        .isEqualTo(Map.of(symbol, new Grid(0.25, -128, 127, Grid.Rounding.NEAREST)));
  }
}
