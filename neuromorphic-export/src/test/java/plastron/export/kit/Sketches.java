package plastron.export.kit;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import plastron.export.contract.FormRule;
import plastron.export.contract.ModelSketch;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;

/** Models of one layer for a chip's contract. They shrink to one synapse and a simple rule. */
public final class Sketches {

  private Sketches() {}

  /** Models with rules of the contract's grid and of the catalogue. */
  public static Arbitrary<ModelSketch> any() {
    RuleOptions paper = RuleOptions.paper();
    return of(
        Arbitraries.of(
            Stream.<RuleFamily>concat(
                    FormRule.all().stream(),
                    Catalogue.families().stream().map(f -> new OneRule(f.build(paper))))
                .toList()));
  }

  /**
   * Models with a rule of one's own.
   *
   * @param rule without values from outside and without modulating populations
   */
  public static Arbitrary<ModelSketch> of(PlasticityRule rule) {
    return of(Arbitraries.just(new OneRule(rule)));
  }

  private static Arbitrary<ModelSketch> of(Arbitrary<RuleFamily> rules) {
    Arbitrary<double[]> reals = Arbitraries.integers().between(1, 100).list().ofSize(6).map(Sketches::hundredths);
    Arbitrary<int[]> sizes =
        Combinators.combine(
                Arbitraries.integers().between(1, 16),
                Arbitraries.integers().between(1, 8),
                Arbitraries.of(4, 8, 16),
                Arbitraries.integers().between(8, 20))
            .as((inputs, size, interval, windows) -> new int[] {inputs, size, interval, windows});
    return Combinators.combine(rules, options(), sizes, reals, Arbitraries.longs().between(0, 999))
        .as(
            (rule, options, size, real, seed) ->
                new ModelSketch(
                    rule,
                    options,
                    size[0],
                    size[1],
                    size[2],
                    size[3],
                    rates(size[2], real[0]),
                    real[1],
                    real[2],
                    10 * real[3],
                    1 + 20 * real[4],
                    1 + 10 * real[5],
                    seed));
  }

  private static double[] hundredths(java.util.List<Integer> whole) {
    return whole.stream().mapToDouble(k -> (double) k / 100).toArray();
  }

  private static RateEstimator rates(int interval, double kind) {
    return kind <= 0.5
        ? new RateEstimator.Boxcar()
        : RateEstimator.ExponentialTrace.matching(interval);
  }

  private static Arbitrary<RuleOptions> options() {
    return Combinators.combine(
            Arbitraries.of(Double.POSITIVE_INFINITY, 4.0, 1.0),
            Arbitraries.of(Axis.SYNAPSE, Axis.POST, Axis.GLOBAL))
        .as((clip, alpha) -> new RuleOptions(clip, alpha, new ModulatorSource.OwnLayer()));
  }
}
