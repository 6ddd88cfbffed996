package plastron.plasticity.f64.timing;

import java.util.ArrayList;
import java.util.List;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RowForm;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;

/**
 * A polynomial for one synapse at a time, its operations in the order that {@link RowForm} gives,
 * so that it has the bits of the passes over whole rows. Synapse-shaped arrays have rows by pre
 * neuron.
 */
final class EntryPolynomial64 {

  /**
   * One term of a row form, symbols by their index.
   *
   * @param numbers of the terms of its coefficient
   * @param factors of the terms of its coefficient
   * @param column factors that change along a row, of neurons
   * @param synapse factors that change along a row, of synapses
   */
  private record Code(double[] numbers, int[][] factors, int[] column, int[] synapse) {}

  private final Code[] codes;

  /** By symbol, on which axis its values lie. */
  private final byte[] axis;

  private static final byte GLOBAL = 0;
  private static final byte PRE = 1;
  private static final byte POST = 2;
  private static final byte SYNAPSE = 3;
  private static final byte ELSEWHERE = 4;

  EntryPolynomial64(RuleDerivation rule, Polynomial polynomial) {
    axis = new byte[rule.symbols().size()];
    for (int s = 0; s < axis.length; s++) {
      axis[s] =
          switch (rule.symbols().get(s).axis()) {
            case GLOBAL -> GLOBAL;
            case PRE -> PRE;
            case POST -> POST;
            case SYNAPSE -> SYNAPSE;
            default -> ELSEWHERE;
          };
    }
    List<Code> all = new ArrayList<>();
    for (RowForm.RowTerm term : RowForm.of(polynomial, Axis.PRE).terms()) {
      List<Term> coefficient = term.coefficient().terms();
      all.add(
          new Code(
              numbers(coefficient),
              coefficient.stream().map(t -> indices(rule, t.factors())).toArray(int[][]::new),
              indices(rule, term.monomial().column()),
              indices(rule, term.monomial().synapse())));
    }
    codes = all.toArray(Code[]::new);
  }

  private static double[] numbers(List<Term> terms) {
    double[] numbers = new double[terms.size()];
    for (int t = 0; t < numbers.length; t++) {
      numbers[t] = (double) terms.get(t).coefficient();
    }
    return numbers;
  }

  private static int[] indices(RuleDerivation rule, List<Symbol> symbols) {
    return symbols.stream().mapToInt(rule::index).toArray();
  }

  /**
   * The value at a synapse.
   *
   * @param value by symbol
   * @param j pre neuron
   * @param k which of its synapses
   * @param i post neuron of that synapse
   */
  double of(double[][][] value, int j, int k, int i) {
    double sum = 0;
    for (int t = 0; t < codes.length; t++) {
      Code code = codes[t];
      double product = coefficient(code, value, j, k, i);
      if (code.column.length > 0) {
        double q = get(value, code.column[0], j, k, i);
        for (int f = 1; f < code.column.length; f++) {
          q *= get(value, code.column[f], j, k, i);
        }
        product *= q;
      }
      for (int factor : code.synapse) {
        product *= get(value, factor, j, k, i);
      }
      sum = t == 0 ? product : sum + product;
    }
    return sum;
  }

  private double coefficient(Code code, double[][][] value, int j, int k, int i) {
    double sum = 0;
    for (int t = 0; t < code.numbers.length; t++) {
      double product = code.numbers[t];
      for (int factor : code.factors[t]) {
        product *= get(value, factor, j, k, i);
      }
      sum = t == 0 ? product : sum + product;
    }
    return sum;
  }

  private double get(double[][][] value, int symbol, int j, int k, int i) {
    double[][] array = value[symbol];
    return switch (axis[symbol]) {
      case GLOBAL -> array[0][0];
      case PRE -> array[0][j];
      case POST -> array[0][i];
      case SYNAPSE -> array[j][k];
      default ->
          throw new IllegalStateException("Symbol (%d) stands in a polynomial.".formatted(symbol));
    };
  }
}
