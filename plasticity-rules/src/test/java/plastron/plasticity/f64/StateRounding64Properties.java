package plastron.plasticity.f64;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.StateRounding;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.f64.row.RowCompiler64;
import plastron.plasticity.kit.RuleCase;

/** New states are rounded alike by the interpreter, plain loops and generated code. */
class StateRounding64Properties {

  private static final double STEP = (double) 0.25;

  @Provide
  Arbitrary<RuleCase> cases() {
    return RuleCase.random(Arbitraries.of(RuleCase.VECTOR_SIDES));
  }

  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void randomRules(@ForAll("cases") RuleCase c) {
    check(c);
  }

  @Test
  void rulesOfTheCatalogue() {
    for (String name : List.of("ndp-oja", "dp-bcm", "ndp-elig")) {
      check(RuleCase.of(name, 9, 53));
      check(RuleCase.of(name, 20, 2));
    }
  }

  private static RuleDerivation rounding(RuleCase c) {
    RuleDerivation exact = c.derivation();
    return exact.rounding(
        exact.updates().stream().collect(Collectors.toMap(NormalUpdate::state, u -> wholes(c))));
  }

  /** Of every other case none. */
  private static Bounds wholes(RuleCase c) {
    return c.seed() % 2 == 0 ? Bounds.NONE : new Bounds(-3, 2);
  }

  private static RuleShape64 shape(RuleCase c) {
    return new RuleShape64(
        c.shape().pre(), c.shape().post(), c.shape().modulators(), c.shape().rows());
  }

  /** Numbers of the case, the same for every derivation of its rule. */
  private static RuleFrame64 frame(RuleCase c, RuleDerivation rule) {
    RuleFrame64 frame = new RuleFrame64(rule, shape(c));
    Random random = new Random(c.seed());
    for (double[][] array : frame.value) {
      for (double[] row : array) {
        for (int i = 0; i < row.length; i++) {
          row[i] = random.nextInt(4) == 0 ? 0 : (double) random.nextDouble(-1, 1);
        }
      }
    }
    return frame;
  }

  /** Steps that differ everywhere and offsets that were drawn, or one step and none. */
  private static RuleFrame64 frame(RuleCase c, RuleDerivation rule, boolean uniform) {
    RuleFrame64 frame = frame(c, rule);
    Random random = new Random(~c.seed());
    for (NormalUpdate update : rule.updates()) {
      StateRounding by = update.rounding().orElseThrow();
      double[][] inverse = frame.value[rule.index(by.inverse())];
      double[][] offset = frame.value[rule.index(by.offset())];
      double[][] step = frame.value[rule.index(by.step())];
      for (int j = 0; j < step.length; j++) {
        for (int i = 0; i < step[j].length; i++) {
          step[j][i] = uniform ? STEP : (double) random.nextDouble((double) 0.01, (double) 0.5);
          inverse[j][i] = 1 / step[j][i];
          offset[j][i] = uniform ? 0 : (double) random.nextDouble((double) -0.5, (double) 0.5);
        }
      }
    }
    return frame;
  }

  private static void check(RuleCase c) {
    RuleDerivation rule = rounding(c);
    RuleFrame64 interpreted = frame(c, rule, false);
    new RuleInterpreter64(rule, c.shape().rows()).update(interpreted);
    for (RowCompiler64 compiler : List.of(RowCompiler64.PLAIN, RowCompiler64.FASTEST)) {
      RuleProgram64 program = new RuleProgram64(rule, shape(c), compiler);
      RuleFrame64 frame = frame(c, rule, false);
      program.update(frame);
      assertThat(Arrays.deepEquals(frame.next, interpreted.next)).isTrue();
      RuleFrame64 chained = frame(c, rule, false);
      program.updateAndWeight(chained);
      assertThat(Arrays.deepEquals(chained.next, interpreted.next)).isTrue();
      for (int u = 0; u < chained.next.length; u++) {
        int state = rule.index(rule.updates().get(u).state());
        chained.value[state] = chained.next[u];
        interpreted.value[state] = interpreted.next[u];
      }
      double[][] weight = shape(c).zeros(Axis.SYNAPSE);
      new RuleInterpreter64(rule, c.shape().rows()).weight(interpreted, weight);
      assertThat(Arrays.deepEquals(program.nextWeight(chained), weight)).isTrue();
      interpreted = frame(c, rule, false);
      new RuleInterpreter64(rule, c.shape().rows()).update(interpreted);
    }
  }

  @Test
  void withoutAnOffsetItIsTheNearestMultiple() {
    for (String name : List.of("ndp-oja", "dp-bcm", "ndp-elig")) {
      RuleCase c = RuleCase.of(name, 9, 53);
      RuleDerivation rule = rounding(c);
      RuleFrame64 exact = frame(c, c.derivation());
      new RuleProgram64(c.derivation(), shape(c)).update(exact);
      RuleFrame64 rounded = frame(c, rule, true);
      new RuleProgram64(rule, shape(c)).update(rounded);
      for (int u = 0; u < exact.next.length; u++) {
        for (int j = 0; j < exact.next[u].length; j++) {
          for (int i = 0; i < exact.next[u][j].length; i++) {
            double whole = (double) Math.rint(exact.next[u][j][i] / STEP);
            double wanted = (double) (STEP * wholes(c).clip(whole));
            assertThat(rounded.next[u][j][i] - wanted).isZero();
          }
        }
      }
    }
  }

  /** The gradient of what is rounded is that of what is not. */
  @Test
  void theReverseDoesNotRound() {
    RuleCase c = RuleCase.of("ndp-oja", 9, 53);
    RuleDerivation rule = rounding(c);
    double[][][] plain = adjoint(c.derivation(), shape(c), frame(c, c.derivation()));
    double[][][] straight = adjoint(rule, shape(c), frame(c, rule, false));
    for (int s = 0; s < plain.length; s++) {
      assertThat(Arrays.deepEquals(straight[s], plain[s])).isTrue();
    }
  }

  private static double[][][] adjoint(RuleDerivation rule, RuleShape64 shape, RuleFrame64 frame) {
    RuleFrame64 adjoint = new RuleFrame64(rule, shape);
    for (double[] row : adjoint.next[0]) {
      Arrays.fill(row, 1);
    }
    new RuleProgram64(rule, shape).signals(frame);
    new RuleAdjoint64(rule, shape).update(frame, adjoint.next, adjoint.value);
    return adjoint.value;
  }
}
