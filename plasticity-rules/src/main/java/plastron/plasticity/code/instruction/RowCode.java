package plastron.plasticity.code.instruction;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;

/**
 * The instructions that generated passes are made of: on the operand stack, in one precision. A
 * <em>block</em> is what a pass works on at a time: some columns of a row, in a vector or, of very
 * short rows, a single one.
 */
public abstract sealed class RowCode permits VectorCode, ScalarCode {

  /** Partial sums of a reduction, see {@link plastron.plasticity.derive.RowReverse}. */
  public static final int PARTIAL_SUMS = 16;

  public final CodeBuilder code;
  public final ElementType type;

  RowCode(CodeBuilder code, ElementType type) {
    this.code = code;
    this.type = type;
  }

  public int newInt() {
    return code.allocateLocal(TypeKind.INT);
  }

  public int newReference() {
    return code.allocateLocal(TypeKind.REFERENCE);
  }

  /** Pushes {@code array[index]} of the array of references in a local. */
  public void pushElement(int array, int index) {
    code.aload(array).loadConstant(index).aaload();
  }

  /** Stores the array of references {@code array[index]} in a new local. */
  public int element(int array, int index) {
    pushElement(array, index);
    return stored();
  }

  /** Stores {@code array[index][0]} in a new local. */
  public int firstRow(int array, int index) {
    pushElement(array, index);
    code.iconst_0().aaload();
    return stored();
  }

  /** Stores the reference on the stack in a new local. */
  private int stored() {
    int local = newReference();
    code.astore(local);
    return local;
  }

  public void pushScalar(int local) {
    code.loadLocal(type.kind, local);
  }

  void storeScalar(int local) {
    code.storeLocal(type.kind, local);
  }

  /** Stores the scalar on the stack in a new local. */
  public int storedScalar() {
    int local = code.allocateLocal(type.kind);
    storeScalar(local);
    return local;
  }

  /** Pushes {@code row[index]}, the index in a local. */
  public void pushEntry(int row, int index) {
    code.aload(row).iload(index).arrayLoad(type.kind);
  }

  public void pushConstant(double value) {
    type.constant(code, value);
  }

  public void addScalars() {
    type.add(code);
  }

  public void multiplyScalars() {
    type.multiply(code);
  }

  /** Columns of a block. */
  public abstract int columns();

  /**
   * How many blocks a turn of the loop over columns has.
   *
   * @param reduces whether there are sums along rows, whose partial sums have to keep their columns
   */
  public abstract int blocks(boolean reduces);

  /** Whether rows may end within a turn. */
  public abstract boolean hasLast();

  /** A new local for a block. */
  public abstract int newBlock();

  /** Pushes the block in a local. */
  public abstract void pushBlock(int local);

  /** Stores the block on the stack. */
  public abstract void storeBlock(int local);

  /** Stores the block on the stack in a new local. */
  public final int storedBlock() {
    int local = newBlock();
    storeBlock(local);
    return local;
  }

  /** Pushes zeros. */
  public abstract void zero();

  /** The scalar on the stack in every column. */
  public abstract void spread();

  /** Pushes a block of the row in a local, from the column in local {@code i} on. */
  public abstract void load(int row, int i);

  /** Stores the block on the stack there. */
  public abstract void store(int row, int i);

  public abstract void addBlocks();

  public abstract void multiplyBlocks();

  /** Multiplies the block below the scalar on the stack. */
  public abstract void multiplyByScalar();

  /** Clips the block on the stack. */
  public abstract void clip(double low, double high);

  /** Of an adjoint and a raw value on the stack, keeps the adjoint where the value is within. */
  public abstract void within(double low, double high);

  /**
   * Of two blocks on the stack, the {@code part}-th of a turn, takes the upper one's first columns:
   * as many as the turn's columns, their number in a local, leave for it.
   */
  public abstract void blendFirst(int part, int columns);

  /** Folds the partial sums in the block on the stack: column i + 8 onto i, i + 4 and so on. */
  public abstract void fold();
}
