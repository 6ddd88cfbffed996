package plastron.plasticity.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** Functions of neurons: values, slopes, and the ends of the number line. */
class FunctionProperties {

  private static final List<Function> ALL =
      List.of(
          new Function.Tanh(),
          new Function.Sigmoid(),
          new Function.Clamp(-0.5, 2),
          new Function.PositivePart());

  @Provide
  Arbitrary<Function> functions() {
    return Arbitraries.of(ALL);
  }

  @Property
  void slopesAreThoseOfTheValues(
      @ForAll("functions") Function f, @ForAll @DoubleRange(min = -4, max = 4) double v) {
    double step = 1e-6;
    if (Math.min(Math.min(Math.abs(v), Math.abs(v + 0.5)), Math.abs(v - 2)) > step) {
      double slope = (f.of(v + step) - f.of(v - step)) / (2 * step);
      assertThat(f.slope(v, f.of(v))).isEqualTo(slope, within(1e-8));
    }
  }

  @Example
  void endsOfTheNumberLine() {
    for (Function f : ALL) {
      assertThat(f.of(Double.NaN)).as(f.name()).isNaN();
    }
    assertThat(ALL.stream().map(f -> f.of(Double.NEGATIVE_INFINITY)))
        .containsExactly(-1.0, 0.0, -0.5, 0.0);
    assertThat(ALL.stream().map(f -> f.of(Double.POSITIVE_INFINITY)))
        .containsExactly(1.0, 1.0, 2.0, Double.POSITIVE_INFINITY);
  }

  @Example
  void slopesAtCorners() {
    assertThat(new Function.Clamp(-0.5, 2).slope(2, 2)).isEqualTo(1);
    assertThat(new Function.PositivePart().slope(0, 0)).isZero();
  }

  @Example
  void aClampHasOrderedFiniteEnds() {
    assertThatThrownBy(() -> new Function.Clamp(1, 0))
        .hasMessage("Ends (1.0, 0.0) of a clamp must be ordered finite numbers.");
    assertThatThrownBy(() -> new Function.Clamp(Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Function.Clamp(0, Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
