package plastron.plasticity.code;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * The instructions that generated passes are made of: on the operand stack, in one precision. All
 * calls go to methods of the vector API that HotSpot inlines whatever the size of the caller.
 */
final class RowCode {

  private static final ClassDesc VECTOR = ClassDesc.of("jdk.incubator.vector.Vector");
  private static final ClassDesc SPECIES = ClassDesc.of("jdk.incubator.vector.VectorSpecies");
  private static final ClassDesc MASK = ClassDesc.of("jdk.incubator.vector.VectorMask");
  private static final ClassDesc SHUFFLE = ClassDesc.of("jdk.incubator.vector.VectorShuffle");
  private static final ClassDesc OPERATORS = ClassDesc.of("jdk.incubator.vector.VectorOperators");
  private static final ClassDesc COMPARISON = OPERATORS.nested("Comparison");

  final CodeBuilder code;
  final ElementType type;
  final int laneCount;
  private final ClassDesc lanes;

  RowCode(CodeBuilder code, ElementType type, RowPassCode.Target<?> target) {
    this.code = code;
    this.type = type;
    laneCount = target.laneCount();
    lanes = target.lanes().describeConstable().orElseThrow();
  }

  int newInt() {
    return code.allocateLocal(TypeKind.INT);
  }

  int newReference() {
    return code.allocateLocal(TypeKind.REFERENCE);
  }

  /** Pushes {@code array[index]} of the array of references in a local. */
  void pushElement(int array, int index) {
    code.aload(array).loadConstant(index).aaload();
  }

  /** Stores the array of references {@code array[index]} in a new local. */
  int element(int array, int index) {
    pushElement(array, index);
    return stored();
  }

  /** Stores {@code array[index][0]} in a new local. */
  int firstRow(int array, int index) {
    pushElement(array, index);
    code.iconst_0().aaload();
    return stored();
  }

  /** Stores the reference on the stack in a new local. */
  int stored() {
    int local = newReference();
    code.astore(local);
    return local;
  }

  void pushScalar(int local) {
    code.loadLocal(type.kind, local);
  }

  void storeScalar(int local) {
    code.storeLocal(type.kind, local);
  }

  /** Stores the scalar on the stack in a new local. */
  int storedScalar() {
    int local = code.allocateLocal(type.kind);
    storeScalar(local);
    return local;
  }

  /** Pushes {@code row[index]}, the index in a local. */
  void pushEntry(int row, int index) {
    code.aload(row).iload(index).arrayLoad(type.kind);
  }

  void pushConstant(double value) {
    type.constant(code, value);
  }

  void addScalars() {
    type.add(code);
  }

  void multiplyScalars() {
    type.multiply(code);
  }

  /** A vector of zeros. */
  void zero() {
    code.getstatic(lanes, "SPECIES", SPECIES);
    code.invokestatic(type.vector, "zero", MethodTypeDesc.of(type.vector, SPECIES));
  }

  /** The scalar on the stack in every lane. */
  void spread() {
    int scalar = storedScalar();
    code.getstatic(lanes, "SPECIES", SPECIES);
    pushScalar(scalar);
    code.invokestatic(
        type.vector, "broadcast", MethodTypeDesc.of(type.vector, SPECIES, type.scalar));
  }

  /** Pushes a vector of the row in a local, from the column in local {@code i} on. */
  void load(int row, int i) {
    code.getstatic(lanes, "SPECIES", SPECIES).aload(row).iload(i);
    code.invokestatic(
        type.vector, "fromArray", MethodTypeDesc.of(type.vector, SPECIES, type.row, CD_int));
  }

  /** Stores the vector on the stack there. */
  void store(int row, int i) {
    code.aload(row).iload(i);
    code.invokevirtual(type.vector, "intoArray", MethodTypeDesc.of(CD_void, type.row, CD_int));
  }

  void addVectors() {
    code.invokevirtual(type.vector, "add", MethodTypeDesc.of(type.vector, VECTOR));
  }

  void multiplyVectors() {
    code.invokevirtual(type.vector, "mul", MethodTypeDesc.of(type.vector, VECTOR));
  }

  /** Multiplies the vector below the scalar on the stack. */
  void multiplyByScalar() {
    code.invokevirtual(type.vector, "mul", MethodTypeDesc.of(type.vector, type.scalar));
  }

  /** Clips the vector on the stack. */
  void clip(double low, double high) {
    int raw = stored();
    code.aload(raw);
    pushConstant(low);
    pushComparison(raw, "LT", low);
    blendScalar();
    pushConstant(high);
    pushComparison(raw, "GT", high);
    blendScalar();
  }

  /** Of an adjoint and a raw value on the stack, keeps the adjoint where the value is within. */
  void within(double low, double high) {
    int raw = stored();
    int adjoint = stored();
    zero();
    code.aload(adjoint);
    pushComparison(raw, "GE", low);
    pushComparison(raw, "LE", high);
    code.invokevirtual(MASK, "and", MethodTypeDesc.of(MASK, MASK));
    code.invokevirtual(type.vector, "blend", MethodTypeDesc.of(type.vector, VECTOR, MASK));
  }

  private void pushComparison(int vector, String comparison, double with) {
    code.aload(vector).getstatic(OPERATORS, comparison, COMPARISON);
    pushConstant(with);
    code.invokevirtual(type.vector, "compare", MethodTypeDesc.of(MASK, COMPARISON, type.scalar));
  }

  private void blendScalar() {
    code.invokevirtual(type.vector, "blend", MethodTypeDesc.of(type.vector, type.scalar, MASK));
  }

  /**
   * Of two vectors on the stack, the {@code part}-th of a turn, takes the upper one's first lanes:
   * as many as the turn's columns, their number in a local, leave for it.
   */
  void blendFirst(int part, int columns) {
    code.getstatic(lanes, "SPECIES", SPECIES).loadConstant(part * laneCount).iload(columns);
    code.invokeinterface(SPECIES, "indexInRange", MethodTypeDesc.of(MASK, CD_int, CD_int));
    code.invokevirtual(type.vector, "blend", MethodTypeDesc.of(type.vector, VECTOR, MASK));
  }

  /** Folds the partial sums in the vector on the stack: lane i + 8 onto i, then i + 4 and so on. */
  void fold() {
    for (int by = laneCount / 2; by > 0; by /= 2) {
      code.dup().getstatic(lanes, "BY_" + by, SHUFFLE);
      code.invokevirtual(type.vector, "rearrange", MethodTypeDesc.of(type.vector, SHUFFLE));
      addVectors();
    }
    code.iconst_0().invokevirtual(type.vector, "lane", MethodTypeDesc.of(type.scalar, CD_int));
  }
}
