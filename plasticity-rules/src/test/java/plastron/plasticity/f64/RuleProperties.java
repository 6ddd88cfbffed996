package plastron.plasticity.f64;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.kit.GradientLaws;
import plastron.plasticity.kit.PermutationLaw;
import plastron.plasticity.kit.ProgramLaws;
import plastron.plasticity.kit.RuleCase;
import plastron.plasticity.kit.SparseLaws;

/** The laws of the rule language over random rules, shapes and values, in both precisions. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class RuleProperties {

  @Provide
  Arbitrary<RuleCase> cases() {
    return RuleCase.random(9);
  }

  @Provide
  Arbitrary<RuleCase> smallCases() {
    return RuleCase.random(4);
  }

  @Provide
  Arbitrary<RuleCase> wideCases() {
    return RuleCase.random(Arbitraries.of(RuleCase.VECTOR_SIDES));
  }

  @Property(tries = 500)
  void programHasTheInterpretersBits(@ForAll("cases") RuleCase c) {
    ProgramLaws.programHasTheInterpretersBits(c);
  }

  @Property(tries = 500)
  void singleProgramHasTheInterpretersBits(@ForAll("cases") RuleCase c) {
    ProgramLaws.singleProgramHasTheInterpretersBits(c);
  }

  @Property(tries = 500)
  void normalFormHasTheValueOfTheExpression(@ForAll("cases") RuleCase c) {
    ProgramLaws.normalFormHasTheValueOfTheExpression(c);
  }

  @Property(tries = 500)
  void adjointIsTheSlopeOfTheInterpreter(@ForAll("smallCases") RuleCase c) {
    GradientLaws.adjointIsTheSlopeOfTheInterpreter(c);
  }

  @Property(tries = 200)
  void adjointOfWiderLayersIsTheSlopeOfTheInterpreter(@ForAll("cases") RuleCase c) {
    GradientLaws.adjointIsTheSlopeOfTheInterpreter(c);
  }

  @Property(tries = 300)
  void singleAdjointIsTheRoundedAdjoint(@ForAll("cases") RuleCase c) {
    GradientLaws.singleAdjointIsTheRoundedAdjoint(c);
  }

  @Property(tries = 300)
  void wantedAdjointsAreThoseAmongAll(@ForAll("cases") RuleCase c) {
    GradientLaws.wantedAdjointsAreThoseAmongAll(c);
  }

  @Property(tries = 300)
  void permutingNeuronsPermutesResults(@ForAll("cases") RuleCase c, @ForAll Dimension side) {
    PermutationLaw.permutingPermutes(c, side);
  }

  @Property(tries = 300)
  void absentSynapsesAreZeros(@ForAll("cases") RuleCase c) {
    SparseLaws.absentSynapsesAreZeros(c);
  }

  @Property(tries = 30)
  void absentSynapsesOfWideLayersAreZeros(@ForAll("wideCases") RuleCase c) {
    SparseLaws.absentSynapsesAreZeros(c);
  }

  @Property(tries = 300)
  void rowsByPostHaveTheValuesOfRowsByPre(@ForAll("cases") RuleCase c) {
    ProgramLaws.rowsByPostHaveTheValuesOfRowsByPre(c);
  }
}
