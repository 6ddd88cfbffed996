package plastron.spinnaker.legal;

import static plastron.spinnaker.legal.Coefficients.ZERO;
import static plastron.spinnaker.legal.Coefficients.negative;
import static plastron.spinnaker.legal.Coefficients.plus;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation.DotStep;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.spinnaker.plasticity.PostFactor;
import plastron.spinnaker.plasticity.PreFactor;

/**
 * The part of an update that does not hold E, {@code gain . post . pre}, taken apart.
 *
 * @param preRate x
 * @param preSlides whether the pre factor is {@code x.(x - phi - psi)}
 * @param phi the state in it, if any
 * @param psi the parameters in it
 * @param postRate y
 * @param postSlides whether the post factor is {@code y.(y - theta)}
 * @param theta the state in it, if any
 * @param modulator M, if the post factor is {@code M.y}
 * @param gain GLOBAL parameters
 */
record FactorReader(
    Symbol preRate,
    boolean preSlides,
    @Nullable Symbol phi,
    Polynomial psi,
    Symbol postRate,
    boolean postSlides,
    @Nullable Symbol theta,
    Optional<CoreRule.Modulator> modulator,
    Polynomial gain) {

  private static final String FORMS =
      "a post factor is y, M.y or y.(y - theta), a pre factor x or x.(x - phi - psi), and there is"
          + " one product of them";

  static FactorReader read(ExpandedRule rule, Polynomial product, String where)
      throws UnplacedTermException {
    if (product.terms().isEmpty()) {
      throw new UnplacedTermException(
          "S-TERM",
          "%s has no product that a core can form: %s.".formatted(where, FORMS),
          "Maybe use a rule of the form E' = E - eta.E + eta.(post).(pre), such as dp-linear.");
    }
    Side pre = Side.read(Axis.PRE, product, product, where);
    Side post = Side.read(Axis.POST, pre.rest, product, where);
    refuse(Coefficients::isVariable, post.rest, product, where);
    refuse(s -> s.equals(pre.other), product, product, where);
    refuse(s -> post.fixed.uses(s), product, product, where);
    Optional<CoreRule.Modulator> modulator = Optional.empty();
    if (post.other != null) {
      DotStep dot = rule.dot(post.other);
      if (post.other.role() == Role.EXTERNAL) {
        modulator = Optional.of(new CoreRule.Modulator.Host(post.other));
      } else if (dot != null
          && dot.matrix().role() == Role.PARAMETER
          && dot.vector().role() == Role.ACTIVITY) {
        modulator =
            Optional.of(new CoreRule.Modulator.Sum(dot.symbol(), dot.matrix(), dot.vector()));
      } else {
        refuse(s -> s.equals(post.other), product, product, where);
      }
    }
    return new FactorReader(
        pre.rate,
        pre.slides,
        pre.state,
        pre.fixed,
        post.rate,
        post.slides,
        post.state,
        modulator,
        post.rest);
  }

  /** Refuses the first term of the product with a factor of this kind that {@code some} has. */
  private static void refuse(
      Predicate<Symbol> kind, Polynomial some, Polynomial product, String where)
      throws UnplacedTermException {
    for (Term part : some.terms()) {
      for (Symbol factor : part.factors()) {
        if (kind.test(factor)) {
          throw unplaced(List.of(factor), product, where);
        }
      }
    }
  }

  /** The first term of the product with these factors has no place. */
  private static UnplacedTermException unplaced(
      List<Symbol> factors, Polynomial product, String where) {
    Predicate<Term> guilty =
        t -> factors.stream().allMatch(f -> t.degree(f) >= Collections.frequency(factors, f));
    Term term = product.terms().stream().filter(guilty).findFirst().orElseThrow();
    return RuleReader.unplaced(List.of(), new Polynomial(List.of(term)), where, FORMS);
  }

  PostFactor postFactor() {
    if (postSlides) {
      return PostFactor.SLIDING_THRESHOLD;
    }
    return modulator
        .map(
            m ->
                switch (m) {
                  case CoreRule.Modulator.Sum sum -> PostFactor.MODULATED_RATE;
                  case CoreRule.Modulator.Host host -> PostFactor.HOST_MODULATED_RATE;
                })
        .orElse(PostFactor.RATE);
  }

  PreFactor preFactor() {
    return preSlides ? PreFactor.SLIDING_THRESHOLD : PreFactor.RATE;
  }

  /**
   * One side's factor: {@code rate}, {@code rate.other} or {@code rate.(rate - state - fixed)}.
   *
   * @param rest what the factor is multiplied by
   */
  private record Side(
      Symbol rate,
      boolean slides,
      @Nullable Symbol state,
      Polynomial fixed,
      @Nullable Symbol other,
      Polynomial rest) {

    /** What comes from outside modulates the post side, whether for each neuron or for all. */
    private static boolean isOf(Axis axis, Symbol factor) {
      return factor.role() == Role.EXTERNAL ? axis == Axis.POST : factor.axis() == axis;
    }

    static Side read(Axis axis, Polynomial some, Polynomial whole, String where)
        throws UnplacedTermException {
      Map<List<Symbol>, Polynomial> parts = Coefficients.by(s -> isOf(axis, s), some);
      Map.Entry<List<Symbol>, Polynomial> start = parts.entrySet().iterator().next();
      List<Symbol> first = start.getKey();
      Symbol rate =
          first.stream()
              .filter(s -> s.role() == Role.ACTIVITY)
              .findFirst()
              .orElseThrow(() -> unplaced(first, whole, where));
      Polynomial square = parts.get(List.of(rate, rate));
      if (square == null) {
        List<Symbol> others = first.stream().filter(s -> !s.equals(rate)).toList();
        if (parts.size() != 1 || others.size() > 1 || first.size() != others.size() + 1) {
          throw unplaced(List.copyOf(parts.keySet()).getLast(), whole, where);
        }
        Symbol other = others.isEmpty() ? null : others.getFirst();
        return new Side(rate, false, null, ZERO, other, start.getValue());
      }
      Symbol state = null;
      Polynomial fixed = ZERO;
      for (var part : parts.entrySet()) {
        List<Symbol> others = part.getKey().stream().filter(s -> !s.equals(rate)).toList();
        if (others.isEmpty() && part.getKey().size() == 2) {
          continue;
        }
        boolean opposite = part.getValue().equals(negative(square));
        boolean single = others.size() == 1 && part.getKey().size() == 2;
        if (single && opposite && state == null && others.getFirst().role() == Role.STATE) {
          state = others.getFirst();
        } else if (single
            && (opposite || part.getValue().equals(square))
            && others.getFirst().role() == Role.PARAMETER) {
          Polynomial psi = Coefficients.product(others);
          fixed = plus(fixed, opposite ? psi : negative(psi));
        } else {
          throw unplaced(part.getKey(), whole, where);
        }
      }
      return new Side(rate, true, state, fixed, null, square);
    }
  }
}
