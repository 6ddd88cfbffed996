package plastron.plasticity.code;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.List;
import plastron.plasticity.derive.RowPlan;

/**
 * A loop over rows, and in it one over columns: first whole vectors, then what is left under a
 * mask. With sixteen columns a turn, so that partial sums keep their lanes, if there are any.
 */
abstract class RowMethod {

  /** Partial sums of a reduction, see {@link plastron.plasticity.derive.RowReverse}. */
  static final int PARTIAL_SUMS = 16;

  /** Where the arrays by symbol are passed. */
  static final int VALUE = 1;

  /** Where the output arrays or their adjoints are passed. */
  static final int OUTPUT = 2;

  final RowCode row;
  final CodeBuilder code;

  RowMethod(RowCode row) {
    this.row = row;
    code = row.code;
  }

  /** What the method is about; without any it does nothing. */
  abstract List<RowPlan.Output> outputs();

  /** How many vectors of columns one turn covers. */
  abstract int vectors();

  /** Before all rows. */
  abstract void open();

  /** Before the columns of the row in local {@code j}. */
  abstract void openRow(int j);

  /** The work on one vector of columns, the {@code part}-th of its turn. */
  abstract void block(Columns at, int part);

  /** After the columns of the row in local {@code j}. */
  abstract void closeRow(int j);

  /** After all rows. */
  abstract void close();

  final void write() {
    if (outputs().isEmpty()) {
      code.return_();
      return;
    }
    int first = outputs().getFirst().index();
    int rows = row.newInt();
    int columns = row.newInt();
    int lastTurn = row.newInt();
    row.pushElement(OUTPUT, first);
    code.arraylength().istore(rows);
    row.pushElement(OUTPUT, first);
    code.iconst_0().aaload().arraylength().istore(columns);
    code.iload(columns).loadConstant(vectors() * row.laneCount).isub().istore(lastTurn);
    open();
    int j = row.newInt();
    int i = row.newInt();
    Label nextRow = code.newLabel();
    Label end = code.newLabel();
    code.iconst_0().istore(j);
    code.labelBinding(nextRow).iload(j).iload(rows).if_icmpge(end);
    openRow(j);
    wholeVectors(i, lastTurn);
    last(i, columns);
    closeRow(j);
    code.iinc(j, 1).goto_(nextRow);
    code.labelBinding(end);
    close();
    code.return_();
  }

  private void wholeVectors(int i, int lastTurn) {
    Label nextTurn = code.newLabel();
    Label end = code.newLabel();
    code.iconst_0().istore(i);
    code.labelBinding(nextTurn).iload(i).iload(lastTurn).if_icmpgt(end);
    for (int part = 0; part < vectors(); part++) {
      block(new Columns(i, Columns.WHOLE), part);
      code.iinc(i, row.laneCount);
    }
    code.goto_(nextTurn).labelBinding(end);
  }

  private void last(int i, int columns) {
    Label end = code.newLabel();
    for (int part = 0; part < vectors(); part++) {
      code.iload(i).iload(columns).if_icmpge(end);
      block(new Columns(i, columns), part);
      code.iinc(i, row.laneCount);
    }
    code.labelBinding(end);
  }
}
