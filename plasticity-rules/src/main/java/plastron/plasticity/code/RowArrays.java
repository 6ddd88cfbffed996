package plastron.plasticity.code;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import plastron.plasticity.code.instruction.RowCode;

/**
 * The rows that a pass walks along. The last columns of a row, if they do not fill a turn, are
 * copied to short rows that do, so that one block of code without masks serves all columns. (Masked
 * access at each place makes methods that HotSpot's compilers give up on.)
 */
final class RowArrays {

  /** What a pass does with a row. */
  enum Access {
    READ,
    WRITE,
    ADD
  }

  /**
   * Locals of one row.
   *
   * @param matrix with the rows, or {@link #SAME} if all rows of the pass use the same
   * @param whole the row itself
   * @param last short row with its last columns
   * @param current whichever of the two the block works on
   */
  private record Entry(int matrix, int whole, int last, int current, Access access) {}

  private static final int SAME = -1;

  private final RowCode row;
  private final CodeBuilder code;
  private final int turn;
  private final List<Entry> entries = new ArrayList<>();

  /** How many columns do not fill a turn, and where they begin. */
  private final int rest;

  private final int begin;

  /**
   * @param turn columns of a turn
   * @param columns local with the number of columns
   */
  RowArrays(RowCode row, int turn, int columns) {
    this.row = row;
    this.turn = turn;
    code = row.code;
    rest = row.newInt();
    begin = row.newInt();
    if (row.hasLast()) {
      code.iload(columns).loadConstant(turn).irem().istore(rest);
      code.iload(columns).iload(rest).isub().istore(begin);
    } else {
      code.iload(columns).istore(begin);
    }
  }

  /** Adds the rows of the matrix in a local; returns the local for the row to work on. */
  int rowsOf(int matrix, Access access) {
    return add(matrix, row.newReference(), access);
  }

  /** Adds the row in a local, the same for all rows of the pass. */
  int same(int whole, Access access) {
    return add(SAME, whole, access);
  }

  private int add(int matrix, int whole, Access access) {
    int last = row.newReference();
    int current = row.newReference();
    code.aconst_null().astore(last);
    entries.add(new Entry(matrix, whole, last, current, access));
    return current;
  }

  /** Before all rows, when all are added. */
  void open() {
    if (!row.hasLast()) {
      return;
    }
    Label end = code.newLabel();
    code.iload(rest).ifeq(end);
    for (Entry entry : entries) {
      code.loadConstant(turn).newarray(row.type.kind).astore(entry.last);
      if (entry.matrix == SAME && entry.access == Access.READ) {
        copyIn(entry);
      }
    }
    code.labelBinding(end);
  }

  /** Walks along the columns of the row in local {@code j}. */
  void walk(int j, RowMethod method) {
    int i = row.newInt();
    int end = row.newInt();
    int isLast = row.newInt();
    Label turns = code.newLabel();
    Label endOfTurns = code.newLabel();
    for (Entry entry : entries) {
      if (entry.matrix != SAME) {
        code.aload(entry.matrix).iload(j).aaload().astore(entry.whole);
      }
      code.aload(entry.whole).astore(entry.current);
    }
    code.iconst_0().istore(isLast).iconst_0().istore(i).iload(begin).istore(end);
    code.labelBinding(turns).iload(i).iload(end).if_icmpge(endOfTurns);
    for (int part = 0; part < turn / row.columns(); part++) {
      method.block(i, part);
      code.iinc(i, row.columns());
    }
    code.goto_(turns);
    code.labelBinding(endOfTurns);
    if (!row.hasLast()) {
      return;
    }
    Label afterLast = code.newLabel();
    Label endOfRow = code.newLabel();
    code.iload(isLast).ifne(afterLast).iload(rest).ifeq(endOfRow);
    for (Entry entry : entries) {
      if (entry.access == Access.ADD || (entry.access == Access.READ && entry.matrix != SAME)) {
        copyIn(entry);
      }
      code.aload(entry.last).astore(entry.current);
    }
    method.parts().forEach(RowPart::openLast);
    code.iconst_1().istore(isLast).iconst_0().istore(i).loadConstant(turn).istore(end).goto_(turns);
    code.labelBinding(afterLast);
    method.parts().forEach(part -> part.closeLast(rest));
    for (Entry entry : entries) {
      if (entry.access != Access.READ) {
        code.aload(entry.last).iconst_0().aload(entry.whole).iload(begin);
        copy();
      }
    }
    code.labelBinding(endOfRow);
  }

  private void copyIn(Entry entry) {
    code.aload(entry.whole).iload(begin).aload(entry.last).iconst_0();
    copy();
  }

  private void copy() {
    code.iload(rest);
    code.invokestatic(
        ClassDesc.of("java.lang.System"),
        "arraycopy",
        MethodTypeDesc.of(CD_void, CD_Object, CD_int, CD_Object, CD_int, CD_int));
  }
}
