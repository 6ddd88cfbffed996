package plastron.loihi.scale.coefficient;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import plastron.loihi.arithmetic.LearningScale;
import plastron.loihi.legal.LegalRule;
import plastron.loihi.legal.LegalTerm;
import plastron.loihi.program.TraceScale;
import plastron.loihi.rule.Factor;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.Product;
import plastron.loihi.rule.Variable;

/**
 * The operands of one term in one group of synapses.
 *
 * @param variables in the order in which rules are written: synaptic variable, pre, post
 * @param negative the same for the negative part of a signed third factor, none without one
 * @param delayOffset what stands for zero in the delay variable
 * @param gate when the products are added
 * @param held what a spike has added to traces that are read without it
 */
public record Operands(
    List<Variable> variables,
    List<Variable> negative,
    int delayOffset,
    Gate gate,
    Map<Variable, Integer> held) {

  /** Exact products must stay below this: the engine computes in 32 bits. */
  private static final long LARGEST_PRODUCT = Integer.MAX_VALUE;

  private static final int LARGEST_MANTISSA = Product.MANTISSA_MAX;

  /**
   * For a term.
   *
   * @param inTarget the variable that the state itself is, w or d
   * @param tag whether the group multiplies by its tag
   * @param storedIn where synapses hold what they hold beside trace and alpha
   * @param held what a spike has added to traces that the term reads without it
   */
  public static Operands of(
      LegalTerm term,
      Variable inTarget,
      boolean tag,
      Variable storedIn,
      int delayOffset,
      Map<Variable, Integer> held) {
    List<Variable> synaptic = new ArrayList<>();
    if (term.own()) {
      synaptic.add(inTarget);
    } else {
      if (tag && !term.storesAlpha()) {
        synaptic.add(Variable.T);
      }
      if (term.stored().isPresent()) {
        synaptic.add(storedIn);
      }
    }
    List<Variable> variables = new ArrayList<>(synaptic);
    variables.addAll(term.traces());
    List<Variable> negative = new ArrayList<>();
    term.channel()
        .ifPresent(
            channel -> {
              if (channel.isSplit()) {
                negative.addAll(variables);
                negative.add(Variable.Y3);
              }
              variables.add(channel.positive());
            });
    return new Operands(
        List.copyOf(variables), List.copyOf(negative), delayOffset, term.gate(), Map.copyOf(held));
  }

  int shift() {
    return LearningScale.shiftLava(bits());
  }

  /** By how many bits more the engine shifts if a spare variable is a factor, too. */
  public int spareShift(Variable spare) {
    return LearningScale.shiftLava(bits() + spare.width()) - shift();
  }

  private int bits() {
    return variables.stream().mapToInt(Variable::width).sum();
  }

  /**
   * Largest mantissa (or mantissa times constant) at which the exact product stays in 32 bits; 0 if
   * there is none.
   */
  public long largestMantissa(int largestTag) {
    double product = 1;
    for (Variable variable : variables) {
      product *=
          switch (variable) {
            case W -> 256;
            case T -> largestTag;
            case D -> delayOffset;
            case X0, Y0 -> 1;
            default -> TraceScale.LARGEST;
          };
    }
    return (long) (LARGEST_PRODUCT / product);
  }

  public int smallMantissa(int largestTag) {
    return (int) Math.min(LARGEST_MANTISSA, largestMantissa(largestTag));
  }

  /** A coefficient as the engine can have it in front of these operands. */
  public CoefficientFit fit(double wanted, int largestTag, LegalRule rule) {
    return CoefficientFit.of(
        wanted,
        smallMantissa(largestTag),
        spareShift(rule.spare()),
        rule.hasSpare() ? largestMantissa(largestTag) : 0);
  }

  /** The product of the operands' units, times what the engine's shift divides by. */
  public double scale(Units units) {
    return variables.stream()
            .filter(v -> v != Variable.W)
            .mapToDouble(units::of)
            .reduce(1, (a, b) -> a * b)
        * Math.scalb(1.0, shift());
  }

  /** The products for a piece of the term's coefficient. */
  public List<Product> products(Piece piece, Variable spare) {
    List<Product> products = new ArrayList<>();
    products.add(product(variables, piece.mantissa(), piece, spare));
    if (!negative.isEmpty()) {
      products.add(product(negative, -piece.mantissa(), piece, spare));
    }
    return products;
  }

  private Product product(List<Variable> operands, int mantissa, Piece piece, Variable spare) {
    List<Factor> factors = new ArrayList<>();
    for (Variable variable : operands) {
      factors.add(factor(variable));
    }
    if (piece.constant() != 0) {
      factors.add(Factor.plus(spare, piece.constant()));
    }
    return new Product(gate, mantissa, piece.exponent(), factors);
  }

  private Factor factor(Variable variable) {
    if (variable == Variable.D) {
      return Factor.plus(Variable.D, -delayOffset);
    }
    Integer impulse = held.get(variable);
    return impulse == null ? Factor.of(variable) : Factor.plus(variable, -impulse);
  }
}
