package plastron.plasticity.code;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.List;
import plastron.plasticity.code.instruction.RowCode;

/**
 * A loop over rows and in it one over columns, a block at a time; sixteen columns a turn if there
 * are reductions, so that partial sums keep their columns.
 */
abstract class RowMethod {

  final RowCode row;
  final CodeBuilder code;

  RowMethod(RowCode row) {
    this.row = row;
    code = row.code;
  }

  /** Whether there is nothing to do. */
  abstract boolean isEmpty();

  /** In the order of their work on a block. */
  abstract List<? extends RowPart> parts();

  /** How many blocks of columns a turn has: the least that is enough for all parts. */
  final int blocks() {
    return row.blocks(parts().stream().anyMatch(RowPart::reduces));
  }

  /** Pushes an array of rows with the shape of the walk. */
  abstract void pushMatrix();

  /** Before all rows; adds the rows to walk along. */
  abstract void open(RowArrays arrays);

  /** The work on the block of columns from local {@code i} on, the {@code part}-th of its turn. */
  abstract void block(int i, int part);

  final void write() {
    if (!isEmpty()) {
      writeLoop();
    }
    code.return_();
  }

  private void writeLoop() {
    int rows = row.newInt();
    int columns = row.newInt();
    pushMatrix();
    code.arraylength().istore(rows);
    pushMatrix();
    code.iconst_0().aaload().arraylength().istore(columns);
    RowArrays arrays = new RowArrays(row, blocks() * row.columns(), columns);
    open(arrays);
    arrays.open();
    int j = row.newInt();
    Label next = code.newLabel();
    Label end = code.newLabel();
    code.iconst_0().istore(j);
    code.labelBinding(next).iload(j).iload(rows).if_icmpge(end);
    parts().forEach(part -> part.openRow(j));
    arrays.walk(j, this);
    parts().forEach(part -> part.closeRow(j));
    code.iinc(j, 1).goto_(next);
    code.labelBinding(end);
    parts().forEach(RowPart::close);
  }
}
