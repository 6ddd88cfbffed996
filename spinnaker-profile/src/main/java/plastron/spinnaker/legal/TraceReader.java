package plastron.spinnaker.legal;

import static plastron.spinnaker.legal.Coefficients.ONE;
import static plastron.spinnaker.legal.Coefficients.ZERO;
import static plastron.spinnaker.legal.Coefficients.minus;
import static plastron.spinnaker.legal.Coefficients.negative;
import static plastron.spinnaker.legal.Coefficients.plus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.DotStep;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.spinnaker.plasticity.PlasticKernel;
import plastron.spinnaker.plasticity.Prediction;
import plastron.spinnaker.plasticity.TraceLoss;

/**
 * Reads the update of a trace as a kernel: what E loses, what it predicts, and one product of post
 * and pre factor. Single use.
 */
final class TraceReader {

  private final RuleDerivation rule;
  private final ExpandedRule expanded;
  private final Symbol state;
  private final Polynomial alpha;
  private final String where;

  private Polynomial keep = ZERO;
  private @Nullable Polynomial squareLoss;
  private @Nullable Symbol squared;
  private @Nullable Polynomial predicted;
  private @Nullable Symbol predictor;
  private Prediction prediction = Prediction.NONE;
  private @Nullable Symbol summed;

  TraceReader(RuleDerivation rule, Symbol state, Polynomial alpha) {
    this.rule = rule;
    this.state = state;
    this.alpha = alpha;
    expanded = new ExpandedRule(rule);
    where = "the update of " + state;
  }

  CoreRule.Trace read(NormalUpdate update) throws UnplacedTermException {
    Polynomial next = expanded.expand(update.next());
    checkExternals(next);
    Polynomial product = ZERO;
    for (var part : Coefficients.by(Coefficients::isVariable, next).entrySet()) {
      if (part.getKey().contains(state)) {
        readDecay(part);
      } else if (!readSum(part)) {
        product = plus(product, part.getValue().times(Coefficients.product(part.getKey())));
      }
    }
    FactorReader factors = FactorReader.read(expanded, product, where);
    checkPrediction(factors);
    Polynomial decay = minus(ONE, keep);
    if (squareLoss != null && !decay.terms().isEmpty()) {
      throw new UnplacedTermException(
          "S-TERM",
          "%s has two decays, (%s) and (%s) times the square of the post rate; a core keeps one share of E."
              .formatted(where, decay, squareLoss),
          "Maybe leave one of them out.");
    }
    return new CoreRule.Trace(
        new PlasticKernel(
            factors.postFactor(),
            factors.preFactor(),
            prediction,
            squareLoss == null ? TraceLoss.CONSTANT : TraceLoss.POST_SQUARE),
        state,
        alpha,
        factors.preRate(),
        factors.postRate(),
        squareLoss == null ? decay : squareLoss,
        factors.gain(),
        factors.modulator(),
        new ThresholdReader(rule, expanded).pre(factors),
        new ThresholdReader(rule, expanded).post(factors),
        Optional.ofNullable(summed));
  }

  /** One gain, one pair of rates: what a kernel has once, all its parts must share. */
  private void checkPrediction(FactorReader factors) throws UnplacedTermException {
    if (predicted != null && !predicted.equals(negative(factors.gain()))) {
      throw new UnplacedTermException(
          "S-TERM",
          "the prediction in %s has the coefficient (%s), the product it is subtracted from (%s): a core multiplies both by one gain."
              .formatted(where, predicted, factors.gain()),
          "Maybe use the same learning rate for both.");
    }
    if ((predictor != null && !predictor.equals(factors.preRate()))
        || (squared != null && !squared.equals(factors.postRate()))) {
      throw new UnplacedTermException(
          "S-TERM",
          "%s reads more than one rate of the pre or of the post neuron; a core makes one of each."
              .formatted(where),
          "Maybe use the same rate everywhere.");
    }
  }

  /** Whether the only thing from outside is multiplied by one post rate and what is not E. */
  private static boolean isModulator(Term term) {
    List<Symbol> own =
        term.factors().stream()
            .filter(f -> f.role() == Role.EXTERNAL || f.axis() == Axis.POST)
            .toList();
    return own.size() == 2
        && own.stream().filter(f -> f.role() == Role.EXTERNAL).count() == 1
        && own.stream().anyMatch(f -> f.role() == Role.ACTIVITY)
        && term.factors(Axis.SYNAPSE).isEmpty();
  }

  private void checkExternals(Polynomial next) throws UnplacedTermException {
    for (Term term : next.terms()) {
      for (Symbol factor : term.factors()) {
        if (factor.role() == Role.EXTERNAL && !isModulator(term)) {
          throw new UnplacedTermException(
              "S-EXTERNAL",
              "term %s of %s reads %s, which comes from outside the network; a core takes it as M of a post factor M.y only."
                  .formatted(term, where, factor),
              "Maybe multiply it with the rate of the post neuron.");
        }
      }
    }
  }

  /**
   * A term with E: the plain decay, a decay with the square of the post rate, or a synapse's own
   * prediction.
   */
  private void readDecay(Map.Entry<List<Symbol>, Polynomial> part) throws UnplacedTermException {
    List<Symbol> rest = new ArrayList<>(part.getKey());
    rest.remove(state);
    if (rest.isEmpty()) {
      keep = part.getValue();
    } else if (isSquareOf(rest, Axis.POST) && squareLoss == null) {
      squareLoss = negative(part.getValue());
      squared = rest.getFirst();
    } else if (isSquareOf(rest, Axis.PRE) && prediction == Prediction.NONE) {
      prediction = Prediction.PER_SYNAPSE;
      predicted = part.getValue();
      predictor = rest.getFirst();
    } else {
      throw RuleReader.unplaced(
          part.getKey(),
          part.getValue(),
          where,
          "E may be multiplied by constants, by the square of the pre rate or by that of the post"
              + " rate only, and there is one prediction");
    }
  }

  private static boolean isSquareOf(List<Symbol> factors, Axis axis) {
    return factors.size() == 2
        && factors.get(0).equals(factors.get(1))
        && factors.getFirst().axis() == axis
        && factors.getFirst().role() == Role.ACTIVITY;
  }

  /**
   * A term with the sum {@code E x} over a neuron's synapses, which all synapses predict together.
   */
  private boolean readSum(Map.Entry<List<Symbol>, Polynomial> part) throws UnplacedTermException {
    for (Symbol factor : part.getKey()) {
      DotStep dot = expanded.dot(factor);
      if (dot == null || !dot.matrix().equals(state)) {
        continue;
      }
      List<Symbol> rest = new ArrayList<>(part.getKey());
      rest.remove(factor);
      boolean fits =
          dot.vector().role() == Role.ACTIVITY
              && rest.equals(List.of(dot.vector()))
              && prediction == Prediction.NONE;
      if (!fits) {
        throw RuleReader.unplaced(
            part.getKey(),
            part.getValue(),
            where,
            "a sum over a neuron's synapses may only predict the post factor, times the rate it"
                + " sums over, and there is one prediction");
      }
      prediction = Prediction.SUMMED;
      predicted = part.getValue();
      predictor = dot.vector();
      summed = factor;
      return true;
    }
    return false;
  }
}
