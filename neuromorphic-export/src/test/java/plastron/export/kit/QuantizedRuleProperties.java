package plastron.export.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import plastron.export.fixedpoint.FixedFormat;
import plastron.export.fixedpoint.Rounding;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.kit.DrawnRules;
import plastron.plasticity.kit.Sides;
import plastron.plasticity.rule.PlasticityRule;

class QuantizedRuleProperties {

  @Provide
  Arbitrary<Tuple2<QuantizedRule, RuleEpisode>> runs() {
    return DrawnRules.any().flatMap(QuantizedRuleProperties::runs);
  }

  @Provide
  Arbitrary<Tuple2<QuantizedRule, RuleEpisode>> catalogueRuns() {
    return DrawnRules.catalogue().flatMap(QuantizedRuleProperties::runs);
  }

  private static Arbitrary<Tuple2<QuantizedRule, RuleEpisode>> runs(PlasticityRule rule) {
    return Formats.of(rule).flatMap(q -> RuleEpisodes.of(rule).map(e -> Tuple.of(q, e)));
  }

  /** Whatever the rule, its formats and the numbers. */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void theErrorIsWithinWhatIsStated(@ForAll("runs") Tuple2<QuantizedRule, RuleEpisode> run) {
    QuantizedCourse course = run.get1().run(run.get2());
    if (Double.isFinite(course.stated())) {
      assertThat(course.error()).isLessThanOrEqualTo(course.stated());
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void soItIsForTheCatalogue(@ForAll("catalogueRuns") Tuple2<QuantizedRule, RuleEpisode> run) {
    QuantizedCourse course = run.get1().run(run.get2());
    assertThat(course.error()).isLessThanOrEqualTo(course.stated());
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void integersAreThoseOfTheFormat(
      @ForAll("catalogueRuns") Tuple2<QuantizedRule, RuleEpisode> run) {
    QuantizedCourse course = run.get1().run(run.get2());
    assertThat(course.integers()).hasSameSizeAs(run.get2().windows());
    course
        .integers()
        .forEach(
            window ->
                window.forEach(
                    (state, values) -> {
                      FixedFormat format = run.get1().format(state).orElseThrow();
                      for (long[] row : values) {
                        for (long value : row) {
                          assertThat(value).isBetween(format.min(), format.max());
                        }
                      }
                    }));
  }

  private static final PlasticityRule LINEAR =
      Catalogue.find("dp-linear").orElseThrow().build(RuleOptions.paper());

  /** {@code E' = E - eta E + eta y x} with eta one half, all spikes. */
  private static RuleEpisode busy(int windows) {
    Map<String, double[][]> one = Map.of("x", new double[][] {{1}}, "y", new double[][] {{1}});
    return new RuleEpisode(
        LINEAR,
        new Sides(1, 1, List.of(1), Axis.PRE),
        Map.of("eta", new double[][] {{0.5}}),
        java.util.Collections.nCopies(windows, one));
  }

  @Example
  void aTraceThatClimbsByHand() {
    QuantizedRule rule = QuantizedRule.of(LINEAR, FixedFormat.signed(0, 3)).rounded(Rounding.FLOOR);
    QuantizedCourse course = rule.run(busy(4));
    assertThat(course.integers())
        .extracting(w -> Objects.requireNonNull(w.get("E"))[0][0])
        .containsExactly(4L, 6L, 7L, 7L);
    assertThat(course.exact())
        .extracting(w -> Objects.requireNonNull(w.get("E"))[0][0])
        .containsExactly(0.5, 0.75, 0.875, 0.9375);
    assertThat(course.error()).isEqualTo(0.9375 - 0.875);
    assertThat(course.stated()).isBetween(0.125 * 1.874, 0.125 * 1.876);
    assertThat(course.saturations()).isZero();
  }

  @Example
  void whatDoesNotFitIsCountedAndStatesNothing() {
    QuantizedCourse course = QuantizedRule.of(LINEAR, FixedFormat.signed(0, 3)).run(busy(6));
    assertThat(course.saturations()).isEqualTo(3);
    assertThat(course.stated()).isInfinite();
  }

  @Example
  void aFormatIsThatOfASymbol() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                QuantizedRule.of(LINEAR, FixedFormat.signed(0, 3))
                    .with("z", FixedFormat.signed(0, 3)))
        .withMessage("Format of (z) must be that of a symbol of rule dp-linear that is no signal.");
  }
}
