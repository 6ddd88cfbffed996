package plastron.plasticity.code;

import java.lang.classfile.CodeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import plastron.plasticity.code.instruction.RowCode;
import plastron.plasticity.derive.Monomial;
import plastron.plasticity.derive.RowForm;
import plastron.plasticity.derive.RowPlan;
import plastron.plasticity.derive.RowReverse;
import plastron.plasticity.expr.Symbol;

/**
 * What the reverse of one plan contributes to a walk over rows, in the order of operations of
 * {@link RowReverse}. Long, because what is summed over a row, over the last rows and over all rows
 * is opened and closed in one place.
 */
final class ReversePart implements RowPart {

  /** The sum of products of an output's adjoint and a monomial. */
  private record Reduction(RowPlan.Output output, Monomial monomial) {}

  /** What an output gives to a symbol with one value per layer. */
  private record Overall(RowPlan.Output output, RowReverse.Part part) {}

  /** Those whose reverse this is. */
  final List<RowPlan.Output> outputs;

  /** Symbols whose adjoints vary along a row. */
  final Set<Symbol> along = new TreeSet<>();

  private final RowCode row;
  private final CodeBuilder code;
  private final RowPlan plan;
  private final int adjointArrays;
  private final List<Reduction> reductions = new ArrayList<>();
  private final Set<Symbol> across = new TreeSet<>();
  private final RowOperands operands;
  private final Locals<Symbol> acrossAdjoint = new Locals<>();
  private final List<Overall> overall = new ArrayList<>();
  private final List<Locals<Reduction>> partial = new ArrayList<>();
  private final List<Locals<Overall>> partialOverall = new ArrayList<>();
  private final List<Locals<Overall>> overallBeforeLast = new ArrayList<>();
  private final List<Locals<Reduction>> beforeLast = new ArrayList<>();

  /**
   * @param values where the values by symbol are
   * @param adjointArrays parameter with the adjoints by symbol
   */
  ReversePart(RowCode row, RowPlan plan, RowValues values, int adjointArrays) {
    this.row = row;
    this.plan = plan;
    this.adjointArrays = adjointArrays;
    code = row.code;
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
    operands = new RowOperands(row, plan, values, forms);
  }

  @Override
  public boolean reduces() {
    return !reductions.isEmpty() || !overall.isEmpty();
  }

  /**
   * Before all rows.
   *
   * @param blocks how many blocks a turn has
   */
  void open(RowArrays arrays, int blocks) {
    operands.open(arrays);
    for (Symbol symbol : across) {
      acrossAdjoint.put(symbol, row.firstRow(adjointArrays, plan.rule().index(symbol)));
    }
    for (int part = 0; part < blocks; part++) {
      Locals<Reduction> sums = new Locals<>();
      reductions.forEach(r -> sums.put(r, row.newBlock()));
      partial.add(sums);
      beforeLast.add(new Locals<>());
      partialOverall.add(new Locals<>());
      overallBeforeLast.add(new Locals<>());
      for (Overall o : overall) {
        partialOverall.get(part).put(o, zero());
        overallBeforeLast.get(part).put(o, zero());
      }
      for (Reduction reduction : reductions) {
        beforeLast.get(part).put(reduction, zero());
      }
    }
  }

  @Override
  public void openRow(int j) {
    operands.openRow(j);
    for (Locals<Reduction> sums : partial) {
      for (Reduction reduction : reductions) {
        row.zero();
        row.storeBlock(sums.of(reduction));
      }
    }
  }

  /**
   * The work on the block of columns from local {@code i} on, the {@code part}-th of its turn.
   *
   * @param given pushes the adjoint of an output and says which local holds it
   * @param sums locals with the adjoints of {@link #along}, added to
   */
  void block(int i, int part, ToIntFunction<RowPlan.Output> given, Locals<Symbol> sums) {
    operands.openBlock();
    for (RowPlan.Output output : outputs) {
      int g = adjointWithin(output, given.applyAsInt(output), i);
      RowReverse reverse = plan.reverse(output);
      for (RowReverse.Part p : reverse.along()) {
        for (RowForm.RowTerm term : p.derivative().terms()) {
          row.pushBlock(sums.of(p.symbol()));
          pushTimes(term, g, i);
          row.addBlocks();
          row.storeBlock(sums.of(p.symbol()));
        }
      }
      for (RowReverse.Part p : reverse.overall()) {
        int sum = partialOverall.get(part).of(new Overall(output, p));
        for (RowForm.RowTerm term : p.derivative().terms()) {
          row.pushBlock(sum);
          pushTimes(term, g, i);
          row.addBlocks();
          row.storeBlock(sum);
        }
      }
      for (Monomial monomial : reverse.reductions()) {
        int sum = partial.get(part).of(new Reduction(output, monomial));
        row.pushBlock(sum);
        pushTimes(new RowForm.RowTerm(RowOperands.ONE, monomial), g, i);
        row.addBlocks();
        row.storeBlock(sum);
      }
    }
  }

  /** The output's adjoint, 0 where the value was clipped, in a new local. */
  private int adjointWithin(RowPlan.Output output, int given, int i) {
    if (!output.bounds().areFinite()) {
      return given;
    }
    row.pushBlock(given);
    operands.pushSum(plan.form(output), i);
    row.within(output.bounds().low(), output.bounds().high());
    return row.storedBlock();
  }

  private void pushTimes(RowForm.RowTerm term, int g, int i) {
    if (term.monomial().isOne()) {
      row.pushBlock(g);
      if (!RowOperands.isOne(term.coefficient())) {
        operands.pushCoefficient(term.coefficient());
        row.multiplyByScalar();
      }
    } else {
      operands.pushTerm(term, i);
      row.pushBlock(g);
      row.multiplyBlocks();
    }
  }

  @Override
  public void openLast() {
    for (int part = 0; part < partial.size(); part++) {
      for (Overall o : overall) {
        copy(partialOverall.get(part).of(o), overallBeforeLast.get(part).of(o));
      }
      for (Reduction r : reductions) {
        copy(partial.get(part).of(r), beforeLast.get(part).of(r));
      }
    }
  }

  @Override
  public void closeLast(int columns) {
    // Lanes without a column keep their sums: an infinite coefficient would leave NaN in them.
    for (int part = 0; part < partial.size(); part++) {
      for (Overall o : overall) {
        blendFirst(
            part, columns, overallBeforeLast.get(part).of(o), partialOverall.get(part).of(o));
      }
      for (Reduction r : reductions) {
        blendFirst(part, columns, beforeLast.get(part).of(r), partial.get(part).of(r));
      }
    }
  }

  private int zero() {
    row.zero();
    return row.storedBlock();
  }

  private void copy(int from, int to) {
    row.pushBlock(from);
    row.storeBlock(to);
  }

  private void blendFirst(int part, int columns, int before, int sum) {
    row.pushBlock(before);
    row.pushBlock(sum);
    row.blendFirst(part, columns);
    row.storeBlock(sum);
  }

  @Override
  public void closeRow(int j) {
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
          if (!RowOperands.isOne(term.coefficient())) {
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
    code.aload(acrossAdjoint.of(symbol)).iload(j).dup2().arrayLoad(row.type.kind);
    row.pushScalar(sum);
    row.addScalars();
    code.arrayStore(row.type.kind);
  }

  /** Folds block onto block until one is left, then that one. */
  private <T> void pushFolded(List<Locals<T>> sums, T key) {
    for (int half = RowCode.PARTIAL_SUMS / 2; half > 0; half /= 2) {
      for (int part = 0; part < half && part + half < sums.size(); part++) {
        row.pushBlock(sums.get(part).of(key));
        row.pushBlock(sums.get(part + half).of(key));
        row.addBlocks();
        row.storeBlock(sums.get(part).of(key));
      }
    }
    row.pushBlock(sums.getFirst().of(key));
    row.fold();
  }

  @Override
  public void close() {
    for (Overall o : overall) {
      pushFolded(partialOverall, o);
      int sum = row.storedScalar();
      int target = row.firstRow(adjointArrays, plan.rule().index(o.part().symbol()));
      code.aload(target).iconst_0().dup2().arrayLoad(row.type.kind);
      row.pushScalar(sum);
      row.addScalars();
      code.arrayStore(row.type.kind);
    }
  }
}
