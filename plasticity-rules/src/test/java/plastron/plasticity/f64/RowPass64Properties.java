package plastron.plasticity.f64;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.kernel.Kernels64;
import plastron.plasticity.f64.kernel.VectorKernels64;
import plastron.plasticity.f64.row.PlainRowPass64;
import plastron.plasticity.f64.row.RowCompiler64;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.kit.RuleCase;
import plastron.plasticity.kit.RuleLaws;
import plastron.plasticity.kit.Sides;
import plastron.plasticity.rule.Gain;
import plastron.plasticity.rule.LinearDrive;

/**
 * The fastest passes have the bits of the plain ones, {@code -0} and NaN included. Long, because
 * passes, chains and weights are compared on the same drawn rules.
 */
class RowPass64Properties {

  @Provide
  Arbitrary<RuleCase> cases() {
    return RuleCase.random(Arbitraries.of(RuleCase.VECTOR_SIDES));
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void randomRules(@ForAll("cases") RuleCase c) {
    check(c);
  }

  @TestFactory
  Stream<DynamicTest> rulesOfTheCatalogue() {
    return Catalogue.families().stream()
        .map(
            family ->
                DynamicTest.dynamicTest(
                    family.name(),
                    () -> RuleLaws.cases(family).forEach(RowPass64Properties::check)));
  }

  @TestFactory
  Stream<DynamicTest> rulesWithGainsAndDrives() {
    Sides sides = new Sides(7, 20, List.of(3, 5), Axis.PRE);
    Sides single = new Sides(1, 33, List.of(3), Axis.POST);
    return Stream.concat(
            Catalogue.families().stream()
                .map(family -> Gain.of(family.build(RuleOptions.paper().clippedAt(0.4))))
                .map(rule -> RuleCase.of(rule, sides, 1)),
            Stream.of(RuleCase.of(LinearDrive.of("B"), single, 1)))
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.rule().name(),
                    () -> {
                      check(c);
                      checkChain(c);
                      checkWeights(c);
                    }));
  }

  /** Often enough for the compilers to take over. */
  @Test
  void hotRules() {
    for (String name : List.of("ndp-oja", "ndp-elig")) {
      RuleCase c = RuleCase.of(name, 9, 53);
      Object[] plain = results(c, RowCompiler64.PLAIN).toArray();
      for (int turn = 0; turn < 2000; turn++) {
        assertThat(Arrays.deepEquals(results(c, RowCompiler64.FASTEST).toArray(), plain)).isTrue();
      }
      for (int turn = 0; turn < 1000; turn++) {
        checkChain(c);
        checkWeights(c);
      }
    }
  }

  @Test
  void anInfiniteCoefficientMeetsRealColumnsOnly() {
    RuleDerivation rule =
        RuleDerivation.of(Catalogue.find("dp-linear").orElseThrow().build(RuleOptions.paper()));
    RuleShape64 shape = new RuleShape64(1, 5, 0);
    RuleFrame64 frame = new RuleFrame64(rule, shape);
    frame.of("x")[0][0] = Double.POSITIVE_INFINITY;
    Arrays.fill(frame.of("y")[0], 1);
    RuleFrame64 adjoint = new RuleFrame64(rule, shape);
    Arrays.fill(adjoint.next[0][0], 1);
    new RuleAdjoint64(rule, shape).update(frame, adjoint.next, adjoint.value);
    assertThat(adjoint.of("eta")[0][0]).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void rulesOfTheCatalogueAreGenerated() {
    assumeThat(Kernels64.FASTEST).isInstanceOf(VectorKernels64.class);
    Catalogue.families().stream()
        .flatMap(RuleLaws::cases)
        .forEach(
            c -> {
              RuleDerivation rule = c.derivation();
              RuleShape64 shape = new RuleShape64(40, 64, c.shape().modulators(), c.shape().rows());
              RulePasses64 passes = RulePasses64.of(rule, shape, Set.copyOf(rule.symbols()));
              assertThat(passes.updates()).doesNotHaveAnyElementsOfTypes(PlainRowPass64.class);
              assertThat(passes.signals()).doesNotHaveAnyElementsOfTypes(PlainRowPass64.class);
              assertThat(passes.weight()).isNotInstanceOf(PlainRowPass64.class);
              assertThat(passes.chain().isEmpty()).isEqualTo(passes.synapses().isEmpty());
            });
  }

  @Test
  void rulesTooLongForTheCompiler() {
    for (int degree : new int[] {4, 5, 6}) {
      check(RuleLaws.longCase(degree));
    }
  }

  private static void check(RuleCase c) {
    List<double[][][]> fast = results(c, RowCompiler64.FASTEST);
    List<double[][][]> plain = results(c, RowCompiler64.PLAIN);
    for (int k = 0; k < plain.size(); k++) {
      assertThat(Arrays.deepEquals(fast.get(k), plain.get(k))).as("result %d", k).isTrue();
    }
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void chainsAreWeightsThenUpdates(@ForAll("cases") RuleCase c) {
    checkChain(c);
  }

  @TestFactory
  Stream<DynamicTest> chainsOfTheCatalogue() {
    return Catalogue.families().stream()
        .map(
            family ->
                DynamicTest.dynamicTest(
                    family.name(),
                    () -> RuleLaws.cases(family).forEach(RowPass64Properties::checkChain)));
  }

  private static void checkChain(RuleCase c) {
    RuleDerivation rule = c.derivation();
    RuleShape64 shape =
        new RuleShape64(
            c.shape().pre(), c.shape().post(), c.shape().modulators(), c.shape().rows());
    Random random = new Random(~c.seed());
    Set<Symbol> wanted =
        rule.symbols().stream()
            .filter(s -> s.role() == Role.STATE || random.nextInt(4) > 0)
            .collect(toSet());
    double[][][] chained = backwards(rule, shape, c.seed(), wanted, true);
    double[][][] separate = backwards(rule, shape, c.seed(), wanted, false);
    for (Symbol symbol : rule.symbols()) {
      int s = rule.index(symbol);
      assertThat(Arrays.deepEquals(chained[s], separate[s])).as("%s", symbol).isTrue();
    }
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void updatesWithTheirWeightsAreUpdatesThenWeights(@ForAll("cases") RuleCase c) {
    checkWeights(c);
  }

  @TestFactory
  Stream<DynamicTest> weightsOfTheCatalogue() {
    return Catalogue.families().stream()
        .map(
            family ->
                DynamicTest.dynamicTest(
                    family.name(),
                    () -> RuleLaws.cases(family).forEach(RowPass64Properties::checkWeights)));
  }

  private static void checkWeights(RuleCase c) {
    RuleDerivation rule = c.derivation();
    RuleShape64 shape =
        new RuleShape64(
            c.shape().pre(), c.shape().post(), c.shape().modulators(), c.shape().rows());
    RuleFrame64 together = new RuleFrame64(rule, shape);
    fill(together.value, new Random(c.seed()));
    RuleFrame64 apart = new RuleFrame64(rule, shape);
    fill(apart.value, new Random(c.seed()));
    RuleProgram64 program = new RuleProgram64(rule, shape);
    program.update(apart);
    program.updateAndWeight(together);
    assertThat(Arrays.deepEquals(together.next, apart.next)).isTrue();
    for (RuleFrame64 frame : List.of(together, apart)) {
      for (int u = 0; u < frame.next.length; u++) {
        frame.value[rule.index(rule.updates().get(u).state())] = frame.next[u];
      }
    }
    double[][] weight = shape.zeros(Axis.SYNAPSE);
    program.weight(apart, weight);
    assertThat(Arrays.deepEquals(program.nextWeight(together), weight)).isTrue();
  }

  /** Adjoints of old states, parameters and activities. */
  private static double[][][] backwards(
      RuleDerivation rule, RuleShape64 shape, long seed, Set<Symbol> wanted, boolean chained) {
    Random random = new Random(seed);
    RuleFrame64 frame = new RuleFrame64(rule, shape);
    RuleFrame64 adjoint = new RuleFrame64(rule, shape);
    double[][][] weightAdjoint = {shape.zeros(Axis.SYNAPSE)};
    for (double[][][] arrays : List.of(frame.value, adjoint.value, weightAdjoint)) {
      fill(arrays, random);
    }
    new RuleProgram64(rule, shape).update(frame);
    for (Symbol symbol : rule.symbols()) {
      if (symbol.role() == Role.SIGNAL) {
        adjoint.value[rule.index(symbol)] = shape.zeros(symbol);
      }
    }
    RuleAdjoint64 reverse = new RuleAdjoint64(rule, shape, wanted);
    if (chained) {
      reverse.updateAndWeight(frame, weightAdjoint[0], adjoint.value);
      return adjoint.value;
    }
    RuleFrame64 after = new RuleFrame64(rule, shape);
    System.arraycopy(frame.value, 0, after.value, 0, after.value.length);
    for (int u = 0; u < frame.next.length; u++) {
      after.value[rule.index(rule.updates().get(u).state())] = frame.next[u];
    }
    reverse.weight(after, weightAdjoint[0], adjoint.value);
    for (int u = 0; u < frame.next.length; u++) {
      int state = rule.index(rule.updates().get(u).state());
      adjoint.next[u] = adjoint.value[state];
      adjoint.value[state] = shape.zeros(rule.symbols().get(state));
    }
    reverse.update(frame, adjoint.next, adjoint.value);
    return adjoint.value;
  }

  /** Everything that the passes write: signals, next values, weights, adjoints. */
  private static List<double[][][]> results(RuleCase c, RowCompiler64 compiler) {
    RuleDerivation rule = c.derivation();
    RuleShape64 shape =
        new RuleShape64(
            c.shape().pre(), c.shape().post(), c.shape().modulators(), c.shape().rows());
    Random random = new Random(c.seed());
    Set<Symbol> wanted =
        rule.symbols().stream().filter(s -> random.nextInt(4) > 0).collect(toSet());
    RulePasses64 passes = RulePasses64.of(rule, shape, rule.dependents(wanted), compiler);
    RuleFrame64 frame = new RuleFrame64(rule, shape);
    RuleFrame64 adjoint = new RuleFrame64(rule, shape);
    double[][][] weight = {shape.zeros(Axis.SYNAPSE)};
    double[][][] weightAdjoint = {shape.zeros(Axis.SYNAPSE)};
    for (double[][][] arrays : List.of(frame.value, adjoint.value, adjoint.next, weightAdjoint)) {
      fill(arrays, random);
    }
    passes.signals().forEach(s -> s.forward(frame.value, frame.value));
    passes.updates().forEach(u -> u.forward(frame.value, frame.next));
    passes.weight().forward(frame.value, weight);
    passes.weight().reverse(frame.value, weightAdjoint, adjoint.value);
    passes.updates().forEach(u -> u.reverse(frame.value, adjoint.next, adjoint.value));
    passes.signals().reversed().forEach(s -> s.reverse(frame.value, adjoint.value, adjoint.value));
    return List.of(frame.value, frame.next, weight, adjoint.value);
  }

  /** Zeros of both signs among the numbers, and the bounds of the catalogue's cases. */
  private static void fill(double[][][] arrays, Random random) {
    boolean broken = random.nextInt(5) == 0;
    double special = random.nextBoolean() ? Double.NaN : Double.POSITIVE_INFINITY;
    for (double[][] rows : arrays) {
      for (double[] row : rows) {
        for (int i = 0; i < row.length; i++) {
          double v = (double) random.nextDouble(-1, 1);
          row[i] =
              switch (random.nextInt(8)) {
                case 0 -> 0 * v;
                case 1 -> Math.copySign((double) 0.4, v);
                default -> v;
              };
          if (broken && random.nextInt(40) == 0) {
            row[i] = special;
          }
        }
      }
    }
  }
}
