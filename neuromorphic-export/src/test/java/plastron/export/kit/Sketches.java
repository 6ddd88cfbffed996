package plastron.export.kit;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import plastron.export.contract.FormRule;
import plastron.export.contract.ModelSketch;
import plastron.export.profile.HardwareForm;
import plastron.export.profile.RateForm;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/** Models of one layer for a chip's contract. They shrink to one synapse and a simple rule. */
public final class Sketches {

  private static final int HUNDREDTHS = 100;

  /** What {@link RuleOptions} knows. */
  private static final Set<Axis> ALPHA = Set.of(Axis.SYNAPSE, Axis.POST, Axis.GLOBAL);

  /** About as many are drawn in a property. */
  private static final int GENERATED = 200;

  private Sketches() {}

  /** Models with rules of the contract's grid and of the catalogue, whatever chips they are for. */
  public static Arbitrary<ModelSketch> any() {
    return of(rules(), ALPHA, List.of(RateForm.values()));
  }

  /** The same with plasticity coefficients and rates as a chip has them. */
  public static Arbitrary<ModelSketch> inForm(HardwareForm form) {
    Set<Axis> axes = new TreeSet<>(form.alphaAxes());
    axes.retainAll(ALPHA);
    return of(rules(), axes, form.rates());
  }

  /**
   * Models with a rule of one's own.
   *
   * @param rule without values from outside and without modulating populations
   */
  public static Arbitrary<ModelSketch> of(PlasticityRule rule) {
    return of(
        Arbitraries.just(new OneRule(rule)), Set.of(Axis.SYNAPSE), List.of(RateForm.values()));
  }

  private static Arbitrary<RuleFamily> rules() {
    RuleOptions paper = RuleOptions.paper();
    return Arbitraries.of(
        Stream.<RuleFamily>concat(
                FormRule.all().stream(),
                Catalogue.windowed().stream().map(f -> new OneRule(f.build(paper))))
            .toList());
  }

  private static Arbitrary<ModelSketch> of(
      Arbitrary<RuleFamily> rules, Set<Axis> alphaAxes, List<RateForm> rateForms) {
    Arbitrary<RuleOptions> options =
        Combinators.combine(
                Arbitraries.of(Double.POSITIVE_INFINITY, 4.0, 1.0), Arbitraries.of(alphaAxes))
            .as((clip, alpha) -> new RuleOptions(clip, alpha, new ModulatorSource.OwnLayer()));
    Arbitrary<Sizes> sizes =
        Combinators.combine(
                Arbitraries.integers().between(1, 16),
                Arbitraries.integers().between(1, 8),
                Arbitraries.of(4, 8, 16),
                Arbitraries.integers().between(8, 20))
            .as(Sizes::new);
    Arbitrary<List<Double>> shares =
        Arbitraries.integers()
            .between(1, HUNDREDTHS)
            .map(share -> (double) share / HUNDREDTHS)
            .list()
            .ofSize(5);
    RandomGenerator<ModelSketch> drawn =
        Combinators.combine(
                rules,
                options,
                sizes,
                Arbitraries.of(rateForms),
                shares,
                Arbitraries.longs().between(0, 999))
            .as(
                (rule, option, size, rates, share, seed) ->
                    new ModelSketch(
                        rule,
                        option,
                        size.inputs(),
                        size.neurons(),
                        size.interval(),
                        size.windows(),
                        rates.estimator(size.interval()),
                        share.get(0),
                        share.get(1),
                        Math.rint(100 * share.get(2)) / 10,
                        1 + Math.rint(200 * share.get(3)) / 10,
                        1 + Math.rint(100 * share.get(4)) / 10,
                        seed))
            .generator(GENERATED);
    return Arbitraries.fromGenerator(random -> new ShrinkableSketch(drawn.next(random).value()));
  }

  private record Sizes(int inputs, int neurons, int interval, int windows) {}
}
