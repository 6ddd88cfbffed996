package plastron.export.kit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.RandomGenerator;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.kit.Sides;
import plastron.plasticity.rule.PlasticityRule;

/**
 * Episodes of rules. Activities are from 0 to 1, all else from -1 to 1 within its bounds, in
 * hundredths; they shrink to one neuron a side, one window and zeros.
 */
public final class RuleEpisodes {

  private static final int HUNDREDTHS = 100;
  private static final int MOST_WINDOWS = 24;

  /** About as many are drawn in a property. */
  private static final int GENERATED = 1000;

  private RuleEpisodes() {}

  /** Episodes of a rule. */
  public static Arbitrary<RuleEpisode> of(PlasticityRule rule) {
    Arbitrary<Integer> side = Arbitraries.integers().between(1, 3);
    RandomGenerator<RuleEpisode> drawn =
        Combinators.combine(side, side, side.list().ofSize(2))
            .as((pre, post, modulators) -> new Sides(pre, post, modulators, Axis.PRE))
            .flatMap(sides -> of(rule, sides))
            .generator(GENERATED);
    return Arbitraries.fromGenerator(random -> new ShrinkableEpisode(drawn.next(random).value()));
  }

  private static Arbitrary<RuleEpisode> of(PlasticityRule rule, Sides sides) {
    RuleShape64 shape = sides.shape(rule);
    return Combinators.combine(
            values(rule, shape, Set.of(Role.PARAMETER, Role.STATE)),
            values(rule, shape, Set.of(Role.ACTIVITY, Role.EXTERNAL))
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_WINDOWS))
        .as((start, windows) -> new RuleEpisode(rule, sides, start, windows));
  }

  private static Arbitrary<Map<String, double[][]>> values(
      PlasticityRule rule, RuleShape64 shape, Set<Role> roles) {
    List<Symbol> symbols = rule.symbols().stream().filter(s -> roles.contains(s.role())).toList();
    return Combinators.combine(symbols.stream().map(s -> values(s, shape)).toList())
        .as(
            drawn -> {
              Map<String, double[][]> values = new LinkedHashMap<>();
              for (int s = 0; s < symbols.size(); s++) {
                values.put(symbols.get(s).name(), drawn.get(s));
              }
              return values;
            });
  }

  private static Arbitrary<double[][]> values(Symbol symbol, RuleShape64 shape) {
    double[][] like = shape.zeros(symbol);
    if (like.length == 0) {
      return Arbitraries.create(() -> shape.zeros(symbol)); // nothing is multiplied by it
    }
    return number(symbol)
        .array(double[].class)
        .ofSize(like[0].length)
        .array(double[][].class)
        .ofSize(like.length);
  }

  /** A third of them lie at either end. */
  private static Arbitrary<Double> number(Symbol symbol) {
    Bounds usual = symbol.role() == Role.ACTIVITY ? Bounds.UNIT : Bounds.symmetric(1);
    int low = (int) Math.ceil(HUNDREDTHS * usual.clip(symbol.bounds().low()));
    int high = Math.max(low, (int) Math.floor(HUNDREDTHS * usual.clip(symbol.bounds().high())));
    return Arbitraries.integers()
        .between(low - (high - low), high + (high - low))
        .withDistribution(RandomDistribution.uniform())
        .map(drawn -> (double) Math.clamp(drawn, low, high) / HUNDREDTHS);
  }
}
