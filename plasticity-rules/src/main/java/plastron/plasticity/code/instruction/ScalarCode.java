package plastron.plasticity.code.instruction;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;

/** Blocks are single columns; a turn is a whole, very short row. */
public final class ScalarCode extends RowCode {

  private final int rowLength;

  /**
   * @param rowLength columns of a row, at most {@link #PARTIAL_SUMS}
   */
  public ScalarCode(CodeBuilder code, ElementType type, int rowLength) {
    super(code, type);
    this.rowLength = rowLength;
  }

  @Override
  public int columns() {
    return 1;
  }

  @Override
  public int blocks(boolean reduces) {
    return rowLength;
  }

  @Override
  public boolean hasLast() {
    return false;
  }

  @Override
  public int newBlock() {
    return code.allocateLocal(type.kind);
  }

  @Override
  public void pushBlock(int local) {
    pushScalar(local);
  }

  @Override
  public void storeBlock(int local) {
    storeScalar(local);
  }

  @Override
  public void zero() {
    pushConstant(0);
  }

  @Override
  public void spread() {}

  @Override
  public void load(int row, int i) {
    pushEntry(row, i);
  }

  @Override
  public void store(int row, int i) {
    int value = storedBlock();
    code.aload(row).iload(i);
    pushScalar(value);
    code.arrayStore(type.kind);
  }

  @Override
  public void addBlocks() {
    addScalars();
  }

  @Override
  public void multiplyBlocks() {
    multiplyScalars();
  }

  @Override
  public void multiplyByScalar() {
    multiplyScalars();
  }

  @Override
  public void clip(double low, double high) {
    int raw = storedBlock();
    Label notBelow = code.newLabel();
    Label notAbove = code.newLabel();
    Label end = code.newLabel();
    branchUnless(raw, Opcode.IFLT, low, notBelow);
    pushConstant(low);
    code.goto_(end).labelBinding(notBelow);
    branchUnless(raw, Opcode.IFGT, high, notAbove);
    pushConstant(high);
    code.goto_(end).labelBinding(notAbove);
    pushScalar(raw);
    code.labelBinding(end);
  }

  @Override
  public void within(double low, double high) {
    int raw = storedBlock();
    int adjoint = storedBlock();
    Label outside = code.newLabel();
    Label end = code.newLabel();
    branchUnless(raw, Opcode.IFGE, low, outside);
    branchUnless(raw, Opcode.IFLE, high, outside);
    pushScalar(adjoint);
    code.goto_(end).labelBinding(outside);
    zero();
    code.labelBinding(end);
  }

  /** Branches unless the comparison holds; it never holds for NaN. */
  private void branchUnless(int raw, Opcode comparison, double with, Label target) {
    pushScalar(raw);
    pushConstant(with);
    switch (comparison) {
      case IFLT -> type.compare(code, true).ifge(target);
      case IFLE -> type.compare(code, true).ifgt(target);
      case IFGT -> type.compare(code, false).ifle(target);
      case IFGE -> type.compare(code, false).iflt(target);
      default -> throw new IllegalArgumentException("No comparison: " + comparison);
    }
  }

  @Override
  public void blendFirst(int part, int columns) {
    throw new IllegalStateException("Rows end with a turn.");
  }

  @Override
  public void fold() {}
}
