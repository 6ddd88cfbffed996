package plastron.plasticity.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import plastron.plasticity.code.RowArrays.Access;
import plastron.plasticity.derive.Monomial;
import plastron.plasticity.derive.RowForm;
import plastron.plasticity.derive.RowPlan;
import plastron.plasticity.derive.RowReverse;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;

/** Writes the reverse of a plan, in the order of operations of {@link RowReverse}. */
final class ReverseMethod extends RowMethod {

  /** Where the adjoints by symbol are passed. */
  private static final int ADJOINT = 3;

  /** The sum of products of an output's adjoint and a monomial. */
  private record Reduction(RowPlan.Output output, Monomial monomial) {}

  /** What an output gives to a symbol with one value per layer. */
  private record Overall(RowPlan.Output output, RowReverse.Part part) {}

  private final RowPlan plan;
  private final List<RowPlan.Output> outputs;
  private final List<Reduction> reductions = new ArrayList<>();
  private final Set<Symbol> along = new TreeSet<>();
  private final Set<Symbol> across = new TreeSet<>();
  private final Operands operands;
  private final Locals<RowPlan.Output> given = new Locals<>();
  private final Locals<Symbol> adjoint = new Locals<>();
  private final List<Overall> overall = new ArrayList<>();
  private final List<Locals<Reduction>> partial = new ArrayList<>();
  private final List<Locals<Overall>> partialOverall = new ArrayList<>();
  private final List<Locals<Overall>> beforeLast = new ArrayList<>();

  ReverseMethod(RowCode row, RowPlan plan) {
    super(row);
    this.plan = plan;
    outputs = plan.reversed();
    List<RowForm> forms = new ArrayList<>();
    for (RowPlan.Output output : outputs) {
      RowReverse reverse = plan.reverse(output);
      if (output.bounds().areFinite()) {
        forms.add(plan.form(output));
      }
      for (RowReverse.Part part : reverse.along()) {
        along.add(part.symbol());
        forms.add(part.derivative());
      }
      for (RowReverse.Part part : reverse.across()) {
        across.add(part.symbol());
        forms.add(part.derivative());
      }
      for (RowReverse.Part part : reverse.overall()) {
        overall.add(new Overall(output, part));
        forms.add(part.derivative());
      }
      reverse.reductions().forEach(m -> reductions.add(new Reduction(output, m)));
    }
    operands = new Operands(row, plan, forms);
  }

  @Override
  List<RowPlan.Output> outputs() {
    return outputs;
  }

  @Override
  int vectors() {
    return reductions.isEmpty() && overall.isEmpty() ? 1 : PARTIAL_SUMS / row.laneCount;
  }

  @Override
  void open(RowArrays arrays) {
    operands.open(arrays);
    for (RowPlan.Output output : outputs) {
      given.put(output, arrays.rowsOf(row.element(OUTPUT, output.index()), Access.READ));
    }
    for (Symbol symbol : along) {
      int index = plan.rule().index(symbol);
      adjoint.put(
          symbol,
          symbol.axis() == Axis.SYNAPSE
              ? arrays.rowsOf(row.element(ADJOINT, index), Access.ADD)
              : arrays.same(row.firstRow(ADJOINT, index), Access.ADD));
    }
    for (Symbol symbol : across) {
      adjoint.put(symbol, row.firstRow(ADJOINT, plan.rule().index(symbol)));
    }
    for (int part = 0; part < vectors(); part++) {
      Locals<Reduction> sums = new Locals<>();
      reductions.forEach(r -> sums.put(r, row.newReference()));
      partial.add(sums);
      partialOverall.add(new Locals<>());
      beforeLast.add(new Locals<>());
      for (Overall o : overall) {
        row.zero();
        code.dup();
        partialOverall.get(part).put(o, row.stored());
        beforeLast.get(part).put(o, row.stored());
      }
    }
  }

  @Override
  void openRow(int j) {
    operands.openRow(j);
    for (Locals<Reduction> sums : partial) {
      for (Reduction reduction : reductions) {
        row.zero();
        code.astore(sums.of(reduction));
      }
    }
  }

  @Override
  void block(int i, int part) {
    operands.openBlock();
    Locals<Symbol> sums = new Locals<>();
    for (Symbol symbol : along) {
      row.load(adjoint.of(symbol), i);
      sums.put(symbol, row.stored());
    }
    for (RowPlan.Output output : outputs) {
      int g = adjointWithin(output, i);
      RowReverse reverse = plan.reverse(output);
      for (RowReverse.Part p : reverse.along()) {
        for (RowForm.RowTerm term : p.derivative().terms()) {
          code.aload(sums.of(p.symbol()));
          pushTimes(term, g, i);
          row.addVectors();
          code.astore(sums.of(p.symbol()));
        }
      }
      for (RowReverse.Part p : reverse.overall()) {
        int sum = partialOverall.get(part).of(new Overall(output, p));
        for (RowForm.RowTerm term : p.derivative().terms()) {
          code.aload(sum);
          pushTimes(term, g, i);
          row.addVectors();
          code.astore(sum);
        }
      }
      for (Monomial monomial : reverse.reductions()) {
        int sum = partial.get(part).of(new Reduction(output, monomial));
        code.aload(sum);
        pushTimes(new RowForm.RowTerm(Operands.ONE, monomial), g, i);
        row.addVectors();
        code.astore(sum);
      }
    }
    for (Symbol symbol : along) {
      code.aload(sums.of(symbol));
      row.store(adjoint.of(symbol), i);
    }
  }

  /** The output's adjoint, 0 where the value was clipped, in a new local. */
  private int adjointWithin(RowPlan.Output output, int i) {
    row.load(given.of(output), i);
    if (output.bounds().areFinite()) {
      operands.pushSum(plan.form(output), i);
      row.within(output.bounds().low(), output.bounds().high());
    }
    return row.stored();
  }

  private void pushTimes(RowForm.RowTerm term, int g, int i) {
    if (term.monomial().isOne()) {
      code.aload(g);
      if (!Operands.isOne(term.coefficient())) {
        operands.pushCoefficient(term.coefficient());
        row.multiplyByScalar();
      }
    } else {
      operands.pushTerm(term, i);
      code.aload(g);
      row.multiplyVectors();
    }
  }

  @Override
  void openLast() {
    for (int part = 0; part < vectors(); part++) {
      for (Overall o : overall) {
        code.aload(partialOverall.get(part).of(o)).astore(beforeLast.get(part).of(o));
      }
    }
  }

  /** Lanes without a column keep their sums: an infinite coefficient would leave NaN in them. */
  @Override
  void closeLast(int columns) {
    for (int part = 0; part < vectors(); part++) {
      for (Overall o : overall) {
        int sum = partialOverall.get(part).of(o);
        code.aload(beforeLast.get(part).of(o)).aload(sum);
        row.blendFirst(part, columns);
        code.astore(sum);
      }
    }
  }

  @Override
  void closeRow(int j) {
    Locals<Reduction> reduced = new Locals<>();
    for (Reduction reduction : reductions) {
      pushFolded(partial, reduction);
      reduced.put(reduction, row.storedScalar());
    }
    for (RowPlan.Output output : outputs) {
      for (RowReverse.Part part : plan.reverse(output).across()) {
        boolean first = true;
        for (RowForm.RowTerm term : part.derivative().terms()) {
          row.pushScalar(reduced.of(new Reduction(output, term.monomial())));
          if (!Operands.isOne(term.coefficient())) {
            operands.pushCoefficient(term.coefficient());
            row.multiplyScalars();
          }
          if (!first) {
            row.addScalars();
          }
          first = false;
        }
        addTo(part.symbol(), row.storedScalar(), j);
      }
    }
  }

  private void addTo(Symbol symbol, int sum, int j) {
    code.aload(adjoint.of(symbol)).iload(j).dup2().arrayLoad(row.type.kind);
    row.pushScalar(sum);
    row.addScalars();
    code.arrayStore(row.type.kind);
  }

  /** Folds vector onto vector until one is left, then that one. */
  private <T> void pushFolded(List<Locals<T>> vectors, T key) {
    for (int half = vectors.size() / 2; half > 0; half /= 2) {
      for (int part = 0; part < half; part++) {
        int sum = vectors.get(part).of(key);
        code.aload(sum).aload(vectors.get(part + half).of(key));
        row.addVectors();
        code.astore(sum);
      }
    }
    code.aload(vectors.getFirst().of(key));
    row.fold();
  }

  @Override
  void close() {
    for (Overall o : overall) {
      pushFolded(partialOverall, o);
      int sum = row.storedScalar();
      int target = row.firstRow(ADJOINT, plan.rule().index(o.part().symbol()));
      code.aload(target).iconst_0().dup2().arrayLoad(row.type.kind);
      row.pushScalar(sum);
      row.addScalars();
      code.arrayStore(row.type.kind);
    }
  }
}
