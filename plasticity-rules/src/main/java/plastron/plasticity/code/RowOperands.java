package plastron.plasticity.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import plastron.plasticity.code.RowArrays.Access;
import plastron.plasticity.code.instruction.RowCode;
import plastron.plasticity.derive.Monomial;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RowForm;
import plastron.plasticity.derive.RowPlan;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;

/**
 * The values that a pass reads and the sums of products over them, in the order of operations of
 * {@link RowForm}. Arrays are looked up once, numbers once a row, vectors once a block.
 */
public final class RowOperands {

  /** The constant 1. */
  static final Polynomial ONE = Polynomial.of(List.of(new Term(1, List.of())));

  private final RowCode row;
  private final RowPlan plan;
  private final RowValues values;
  private final Set<Symbol> symbols = new TreeSet<>();
  private final Set<Polynomial> coefficients = new LinkedHashSet<>();
  private final Locals<Symbol> rows = new Locals<>();
  private final Locals<Symbol> scalars = new Locals<>();
  private final Locals<Polynomial> sums = new Locals<>();
  private final Locals<Symbol> vectors = new Locals<>();

  /** Operands of these forms. */
  RowOperands(RowCode row, RowPlan plan, RowValues values, List<RowForm> forms) {
    this.row = row;
    this.plan = plan;
    this.values = values;
    for (RowForm form : forms) {
      for (RowForm.RowTerm term : form.terms()) {
        symbols.addAll(term.monomial().column());
        symbols.addAll(term.monomial().synapse());
        term.coefficient().terms().forEach(t -> symbols.addAll(t.factors()));
        if (!isConstant(term.coefficient())) {
          coefficients.add(term.coefficient());
        }
      }
    }
  }

  /** Blocks of these symbols come from {@link #give}, not from an array. */
  void takeOver(Collection<Symbol> given) {
    symbols.removeAll(given);
  }

  /** The block of a symbol, in a local. */
  void give(Symbol symbol, int local) {
    vectors.put(symbol, local);
  }

  /** Before all rows. */
  void open(RowArrays arrays) {
    for (Symbol symbol : symbols) {
      int matrix = values.rows(symbol);
      if (symbol.axis() == Axis.SYNAPSE) {
        rows.put(symbol, arrays.rowsOf(matrix, Access.READ));
        continue;
      }
      int vector = row.element(matrix, 0);
      if (symbol.axis() == Axis.GLOBAL) {
        row.code.aload(vector).iconst_0().arrayLoad(row.type.kind);
        scalars.put(symbol, row.storedScalar());
      } else if (symbol.axis() == plan.rows()) {
        rows.put(symbol, vector);
      } else {
        rows.put(symbol, arrays.same(vector, Access.READ));
      }
    }
    for (Polynomial coefficient : coefficients) {
      if (coefficient.axis() == Axis.GLOBAL) {
        sums.put(coefficient, sum(coefficient));
      }
    }
  }

  /** Before the columns of the row in local {@code j}. */
  void openRow(int j) {
    for (Symbol symbol : symbols) {
      if (symbol.axis() == plan.rows()) {
        row.pushEntry(rows.of(symbol), j);
        scalars.put(symbol, row.storedScalar());
      }
    }
    for (Polynomial coefficient : coefficients) {
      if (coefficient.axis() != Axis.GLOBAL) {
        sums.put(coefficient, sum(coefficient));
      }
    }
  }

  private int sum(Polynomial polynomial) {
    boolean first = true;
    for (Term term : polynomial.terms()) {
      pushProduct(term);
      if (!first) {
        row.addScalars();
      }
      first = false;
    }
    return row.storedScalar();
  }

  private void pushProduct(Term term) {
    List<Symbol> factors = new ArrayList<>(term.factors());
    if (term.coefficient() == 1 && !factors.isEmpty()) {
      row.pushScalar(scalars.of(factors.removeFirst()));
    } else {
      row.pushConstant(term.coefficient());
    }
    for (Symbol factor : factors) {
      row.pushScalar(scalars.of(factor));
      row.multiplyScalars();
    }
  }

  private static boolean isConstant(Polynomial polynomial) {
    return polynomial.terms().size() == 1 && polynomial.terms().getFirst().factors().isEmpty();
  }

  /** Whether multiplying by a coefficient changes nothing. */
  static boolean isOne(Polynomial coefficient) {
    return isConstant(coefficient) && coefficient.terms().getFirst().coefficient() == 1;
  }

  /** Pushes the value of a coefficient in this row. */
  void pushCoefficient(Polynomial coefficient) {
    if (isConstant(coefficient)) {
      row.pushConstant(coefficient.terms().getFirst().coefficient());
    } else {
      row.pushScalar(sums.of(coefficient));
    }
  }

  /** A new block of columns: nothing is loaded yet. */
  void openBlock() {
    vectors.clear();
  }

  /** Pushes the sum of a form's terms. */
  void pushSum(RowForm form, int i) {
    if (form.terms().isEmpty()) {
      row.zero();
    }
    boolean first = true;
    for (RowForm.RowTerm term : form.terms()) {
      pushTerm(term, i);
      if (!first) {
        row.addBlocks();
      }
      first = false;
    }
  }

  /** Pushes {@code ((coefficient . (q1 . q2 ...)) . s1) . s2 ...}. */
  void pushTerm(RowForm.RowTerm term, int i) {
    Monomial monomial = term.monomial();
    if (monomial.isOne()) {
      pushCoefficient(term.coefficient());
      row.spread();
      return;
    }
    boolean columns = !monomial.column().isEmpty();
    pushProduct(columns ? monomial.column() : monomial.synapse().subList(0, 1), i);
    if (!isOne(term.coefficient())) {
      pushCoefficient(term.coefficient());
      row.multiplyByScalar();
    }
    List<Symbol> rest = monomial.synapse().subList(columns ? 0 : 1, monomial.synapse().size());
    for (Symbol factor : rest) {
      pushVector(factor, i);
      row.multiplyBlocks();
    }
  }

  private void pushProduct(List<Symbol> factors, int i) {
    pushVector(factors.getFirst(), i);
    for (Symbol factor : factors.subList(1, factors.size())) {
      pushVector(factor, i);
      row.multiplyBlocks();
    }
  }

  private void pushVector(Symbol symbol, int i) {
    if (!vectors.has(symbol)) {
      row.load(rows.of(symbol), i);
      vectors.put(symbol, row.storedBlock());
    }
    row.pushBlock(vectors.of(symbol));
  }
}
