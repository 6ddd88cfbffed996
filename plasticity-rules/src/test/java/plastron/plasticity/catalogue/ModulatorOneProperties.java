package plastron.plasticity.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Role;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleProgram64;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.kit.ProgramLaws;
import plastron.plasticity.kit.RuleCase;
import plastron.plasticity.rule.PlasticityRule;

/**
 * The modulator one turns a neuromodulated rule into its unmodulated form, bit for bit over several
 * windows.
 */
class ModulatorOneProperties {

  @Provide
  Arbitrary<String> forms() {
    return Arbitraries.of(List.of("linear", "oja", "oja-local", "bcm"));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void modulatorOneGivesTheUnmodulatedRule(
      @ForAll("forms") String form,
      @ForAll @IntRange(min = 1, max = 9) int pre,
      @ForAll @IntRange(min = 1, max = 9) int post,
      @ForAll long seed) {
    RuleOptions options =
        RuleOptions.paper().clippedAt(0.8).modulatedBy(new ModulatorSource.ConstantOne());
    same(
        Catalogue.find("dp-" + form).orElseThrow().build(options),
        Catalogue.find("ndp-" + form).orElseThrow().build(options),
        pre,
        post,
        seed);
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void decayModulatedByOneIsPlainDecay(
      @ForAll @IntRange(min = 1, max = 9) int pre,
      @ForAll @IntRange(min = 1, max = 9) int post,
      @ForAll long seed) {
    RuleOptions options =
        RuleOptions.paper().clippedAt(0.8).decayModulatedBy(new ModulatorSource.ConstantOne());
    same(
        Catalogue.find("ndp-elig").orElseThrow().build(options),
        Catalogue.find("ndp-elig-decay").orElseThrow().build(options),
        pre,
        post,
        seed);
  }

  private static void same(
      PlasticityRule plain, PlasticityRule modulated, int pre, int post, long seed) {
    RuleShape64 shape = new RuleShape64(pre, post, 0);
    RuleDerivation one = RuleDerivation.of(plain);
    RuleDerivation two = RuleDerivation.of(modulated);
    RuleFrame64 first = new RuleCase(plain, shape, seed).frame();
    RuleFrame64 second = new RuleFrame64(two, shape);
    for (int s = 0; s < second.value.length; s++) {
      if (two.symbols().get(s).role() != Role.SIGNAL) {
        second.value[s] = first.of(two.symbols().get(s).name());
      }
    }
    for (int window = 0; window < 3; window++) {
      new RuleProgram64(one, shape).update(first);
      new RuleProgram64(two, shape).update(second);
      assertThat(second.next).isDeepEqualTo(first.next);
      ProgramLaws.advance(one, first);
      ProgramLaws.advance(two, second);
    }
    double[][] expected = new double[pre][post];
    double[][] weight = new double[pre][post];
    new RuleProgram64(one, shape).weight(first, expected);
    new RuleProgram64(two, shape).weight(second, weight);
    assertThat(weight).isDeepEqualTo(expected);
  }
}
