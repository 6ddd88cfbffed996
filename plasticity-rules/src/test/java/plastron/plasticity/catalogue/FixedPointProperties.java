package plastron.plasticity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleProgram64;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.family.OjaStability;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.kit.ProgramLaws;
import plastron.plasticity.kit.RuleCase;

/** Where the traces go under constant rates, computed by hand. */
@PropertyDefaults(tries = 100, edgeCases = EdgeCasesMode.NONE)
class FixedPointProperties {

  @Property
  void linearGoesToTheOuterProduct(
      @ForAll @IntRange(min = 1, max = 6) int pre,
      @ForAll @IntRange(min = 1, max = 6) int post,
      @ForAll @DoubleRange(min = 0.05, max = 1.9) double eta,
      @ForAll long seed) {
    Run run = new Run("dp-linear", Double.POSITIVE_INFINITY, pre, post, seed);
    run.frame.of("eta")[0][0] = eta;
    run.windows(windows(Math.abs(1 - eta)));
    run.compare((j, i) -> run.y[i] * run.x[j]);
  }

  @Property
  void ojaGoesToTheLeastSquaresPrediction(
      @ForAll @IntRange(min = 1, max = 6) int pre,
      @ForAll @IntRange(min = 1, max = 6) int post,
      @ForAll @DoubleRange(min = 0.1, max = 1.9) double gain,
      @ForAll long seed) {
    Run run = new Run("dp-oja", Double.POSITIVE_INFINITY, pre, post, seed);
    double norm = Arrays.stream(run.x).map(v -> v * v).sum();
    double eta = gain / (1 + norm);
    assertThat(OjaStability.of(eta, run.x).diverges()).isFalse();
    run.frame.of("eta")[0][0] = eta;
    run.windows(windows(Math.max(Math.abs(1 - gain), 1 - eta)));
    run.compare((j, i) -> run.y[i] * run.x[j] / (1 + norm));
  }

  @Property
  void ojaRunsIntoItsBoundsWhenTheGainIsAboveTwo(
      @ForAll @IntRange(min = 1, max = 6) int pre,
      @ForAll @IntRange(min = 1, max = 6) int post,
      @ForAll @DoubleRange(min = 2.1, max = 4) double gain,
      @ForAll long seed) {
    Run run = new Run("dp-oja", 2, pre, post, seed);
    double eta = gain / (1 + Arrays.stream(run.x).map(v -> v * v).sum());
    assertThat(OjaStability.of(eta, run.x).diverges()).isTrue();
    run.frame.of("eta")[0][0] = eta;
    boolean clipped = false;
    for (int window = 0; window < 300 && !clipped; window++) {
      run.windows(1);
      clipped =
          Arrays.stream(run.frame.of("E"))
              .flatMapToDouble(Arrays::stream)
              .anyMatch(v -> Math.abs(v) == 2);
    }
    assertThat(clipped).isTrue();
  }

  @Property
  void bcmGoesToMinusTheOffsetOfItsThreshold(
      @ForAll @IntRange(min = 1, max = 6) int pre,
      @ForAll @IntRange(min = 1, max = 6) int post,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double eta,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double etaPhi,
      @ForAll long seed) {
    Run run = new Run("dp-bcm", Double.POSITIVE_INFINITY, pre, post, seed);
    run.frame.of("eta")[0][0] = eta;
    run.frame.of("eta_phi")[0][0] = etaPhi;
    run.windows(2 * windows(Math.max(1 - eta, 1 - etaPhi)));
    double[] psi = run.frame.of("psi")[0];
    run.compare((j, i) -> -run.y[i] * psi[j] * run.x[j]);
  }

  /** Windows after which a deviation is below 1e-13 of what it was. */
  private static int windows(double factor) {
    return factor == 0 ? 1 : (int) Math.ceil(Math.log(1e-13) / Math.log(factor)) + 1;
  }

  private interface Entry {
    double at(int j, int i);
  }

  /** A rule under constant rates from 0.2 to 1 with random traces at the start. */
  private static final class Run {

    final RuleFrame64 frame;
    final double[] x;
    final double[] y;
    private final RuleDerivation rule;
    private final RuleProgram64 program;

    Run(String name, double clip, int pre, int post, long seed) {
      RuleShape64 shape = new RuleShape64(pre, post, 0);
      RuleCase c =
          new RuleCase(
              Catalogue.find(name).orElseThrow().build(RuleOptions.paper().clippedAt(clip)),
              shape,
              seed);
      rule = c.derivation();
      program = new RuleProgram64(rule, shape);
      frame = c.frame();
      Random random = new Random(seed);
      x = frame.of("x")[0];
      y = frame.of("y")[0];
      Arrays.setAll(x, j -> random.nextDouble(0.2, 1));
      Arrays.setAll(y, i -> random.nextDouble(0.2, 1));
    }

    void windows(int count) {
      for (int window = 0; window < count; window++) {
        program.update(frame);
        ProgramLaws.advance(rule, frame);
      }
    }

    void compare(Entry expected) {
      for (int j = 0; j < x.length; j++) {
        for (int i = 0; i < y.length; i++) {
          assertThat(frame.of("E")[j][i])
              .as("E[%d][%d]", j, i)
              .isEqualTo(expected.at(j, i), within(1e-10));
        }
      }
    }
  }
}
