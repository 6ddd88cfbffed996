package plastron.plasticity.code.instruction;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;

/** The precision of the arrays that generated code works on. */
public enum ElementType {
  FLOAT(TypeKind.FLOAT, ConstantDescs.CD_float, "FloatVector"),
  DOUBLE(TypeKind.DOUBLE, ConstantDescs.CD_double, "DoubleVector");

  public final TypeKind kind;
  public final ClassDesc scalar;
  final ClassDesc row;
  final ClassDesc vector;

  ElementType(TypeKind kind, ClassDesc scalar, String vector) {
    this.kind = kind;
    this.scalar = scalar;
    this.row = scalar.arrayType();
    this.vector = ClassDesc.of("jdk.incubator.vector", vector);
  }

  public static ElementType of(Class<?> primitive) {
    if (primitive == float.class) {
      return FLOAT;
    }
    if (primitive == double.class) {
      return DOUBLE;
    }
    throw new IllegalArgumentException(
        "Element type (%s) must be float or double.".formatted(primitive.getName()));
  }

  /** Bytes of a number. */
  public int bytes() {
    return this == FLOAT ? Float.BYTES : Double.BYTES;
  }

  void constant(CodeBuilder code, double value) {
    if (this == FLOAT) {
      code.loadConstant((float) value);
    } else {
      code.loadConstant(value);
    }
  }

  void add(CodeBuilder code) {
    if (this == FLOAT) {
      code.fadd();
    } else {
      code.dadd();
    }
  }

  void multiply(CodeBuilder code) {
    if (this == FLOAT) {
      code.fmul();
    } else {
      code.dmul();
    }
  }

  /**
   * Compares the two scalars on the stack: -1, 0 or 1.
   *
   * @param nanIsGreater what becomes of NaN: 1, or else -1
   */
  CodeBuilder compare(CodeBuilder code, boolean nanIsGreater) {
    if (this == FLOAT) {
      return nanIsGreater ? code.fcmpg() : code.fcmpl();
    }
    return nanIsGreater ? code.dcmpg() : code.dcmpl();
  }
}
