package plastron.plasticity.code;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/** The instructions that generated passes are made of: on the operand stack, in one precision. */
final class RowCode {

  private static final ClassDesc VECTOR = ClassDesc.of("jdk.incubator.vector.Vector");
  private static final ClassDesc SPECIES = ClassDesc.of("jdk.incubator.vector.VectorSpecies");

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

  /** Stores row {@code j} of a matrix, both in locals, in a new local. */
  int rowOf(int matrix, int j) {
    code.aload(matrix).iload(j).aaload();
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

  /** Pushes the entries of a row from {@code at} on. */
  void load(int row, Columns at) {
    if (at.isLast()) {
      code.aload(row).iload(at.index()).iload(at.end());
      code.invokestatic(lanes, "load", MethodTypeDesc.of(type.vector, type.row, CD_int, CD_int));
    } else {
      code.getstatic(lanes, "SPECIES", SPECIES).aload(row).iload(at.index());
      code.invokestatic(
          type.vector, "fromArray", MethodTypeDesc.of(type.vector, SPECIES, type.row, CD_int));
    }
  }

  /** Stores the vector on the stack to the entries of a row from {@code at} on. */
  void store(int row, Columns at) {
    code.aload(row).iload(at.index());
    if (at.isLast()) {
      code.iload(at.end());
      code.invokestatic(
          lanes, "store", MethodTypeDesc.of(CD_void, type.vector, type.row, CD_int, CD_int));
    } else {
      code.invokevirtual(type.vector, "intoArray", MethodTypeDesc.of(CD_void, type.row, CD_int));
    }
  }

  void addVectors() {
    code.invokevirtual(type.vector, "add", MethodTypeDesc.of(type.vector, VECTOR));
  }

  /** Adds vectors; lanes without a column keep the first one's. */
  void addVectors(Columns at) {
    if (at.isLast()) {
      code.iload(at.index()).iload(at.end());
      code.invokestatic(
          lanes, "add", MethodTypeDesc.of(type.vector, type.vector, type.vector, CD_int, CD_int));
    } else {
      addVectors();
    }
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
    pushConstant(low);
    pushConstant(high);
    code.invokestatic(
        lanes, "clip", MethodTypeDesc.of(type.vector, type.vector, type.scalar, type.scalar));
  }

  /** Of an adjoint and a raw value on the stack, keeps the adjoint where the value is within. */
  void within(double low, double high) {
    pushConstant(low);
    pushConstant(high);
    code.invokestatic(
        lanes,
        "within",
        MethodTypeDesc.of(type.vector, type.vector, type.vector, type.scalar, type.scalar));
  }

  /** Folds the partial sums in the vector on the stack to a scalar. */
  void fold() {
    code.invokestatic(lanes, "fold", MethodTypeDesc.of(type.scalar, type.vector));
  }
}
