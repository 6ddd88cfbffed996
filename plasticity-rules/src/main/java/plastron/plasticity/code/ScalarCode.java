package plastron.plasticity.code;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;

/** Blocks are single columns; a turn is a whole, very short row. */
final class ScalarCode extends RowCode {

  private final int rowLength;

  /**
   * @param rowLength columns of a row, at most {@link #PARTIAL_SUMS}
   */
  ScalarCode(CodeBuilder code, ElementType type, int rowLength) {
    super(code, type);
    this.rowLength = rowLength;
  }

  @Override
  int columns() {
    return 1;
  }

  @Override
  int blocks(boolean reduces) {
    return rowLength;
  }

  @Override
  boolean hasLast() {
    return false;
  }

  @Override
  int newBlock() {
    return code.allocateLocal(type.kind);
  }

  @Override
  void pushBlock(int local) {
    pushScalar(local);
  }

  @Override
  void storeBlock(int local) {
    storeScalar(local);
  }

  @Override
  void zero() {
    pushConstant(0);
  }

  @Override
  void spread() {}

  @Override
  void load(int row, int i) {
    pushEntry(row, i);
  }

  @Override
  void store(int row, int i) {
    int value = storedBlock();
    code.aload(row).iload(i);
    pushScalar(value);
    code.arrayStore(type.kind);
  }

  @Override
  void addBlocks() {
    addScalars();
  }

  @Override
  void multiplyBlocks() {
    multiplyScalars();
  }

  @Override
  void multiplyByScalar() {
    multiplyScalars();
  }

  @Override
  void clip(double low, double high) {
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
  void within(double low, double high) {
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
  void blendFirst(int part, int columns) {
    throw new IllegalStateException("Rows end with a turn.");
  }

  @Override
  void fold() {}
}
