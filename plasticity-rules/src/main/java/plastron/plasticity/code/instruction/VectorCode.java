package plastron.plasticity.code.instruction;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * Blocks are vectors of the machine. All calls go to methods of the vector API that HotSpot inlines
 * whatever the size of the caller.
 */
public final class VectorCode extends RowCode {

  private static final ClassDesc VECTOR = ClassDesc.of("jdk.incubator.vector.Vector");
  private static final ClassDesc SPECIES = ClassDesc.of("jdk.incubator.vector.VectorSpecies");
  private static final ClassDesc MASK = ClassDesc.of("jdk.incubator.vector.VectorMask");
  private static final ClassDesc SHUFFLE = ClassDesc.of("jdk.incubator.vector.VectorShuffle");
  private static final ClassDesc OPERATORS = ClassDesc.of("jdk.incubator.vector.VectorOperators");
  private static final ClassDesc COMPARISON = OPERATORS.nested("Comparison");

  private final ClassDesc lanes;
  private final int laneCount;

  /**
   * Writes to a method.
   *
   * @param lanes class with {@code SPECIES} and its shuffles {@code BY_1}, {@code BY_2} and so on
   * @param laneCount entries of a vector, a divisor of 16
   */
  public VectorCode(CodeBuilder code, ElementType type, Class<?> lanes, int laneCount) {
    super(code, type);
    this.laneCount = laneCount;
    this.lanes = lanes.describeConstable().orElseThrow();
  }

  @Override
  public int columns() {
    return laneCount;
  }

  @Override
  public int blocks(boolean reduces) {
    return reduces ? PARTIAL_SUMS / laneCount : 1;
  }

  @Override
  public boolean hasLast() {
    return true;
  }

  @Override
  public int newBlock() {
    return newReference();
  }

  @Override
  public void pushBlock(int local) {
    code.aload(local);
  }

  @Override
  public void storeBlock(int local) {
    code.astore(local);
  }

  @Override
  public void zero() {
    code.getstatic(lanes, "SPECIES", SPECIES);
    code.invokestatic(type.vector, "zero", MethodTypeDesc.of(type.vector, SPECIES));
  }

  @Override
  public void spread() {
    int scalar = storedScalar();
    code.getstatic(lanes, "SPECIES", SPECIES);
    pushScalar(scalar);
    code.invokestatic(
        type.vector, "broadcast", MethodTypeDesc.of(type.vector, SPECIES, type.scalar));
  }

  @Override
  public void load(int row, int i) {
    code.getstatic(lanes, "SPECIES", SPECIES).aload(row).iload(i);
    code.invokestatic(
        type.vector, "fromArray", MethodTypeDesc.of(type.vector, SPECIES, type.row, CD_int));
  }

  @Override
  public void store(int row, int i) {
    code.aload(row).iload(i);
    code.invokevirtual(type.vector, "intoArray", MethodTypeDesc.of(CD_void, type.row, CD_int));
  }

  @Override
  public void addBlocks() {
    code.invokevirtual(type.vector, "add", MethodTypeDesc.of(type.vector, VECTOR));
  }

  @Override
  public void multiplyBlocks() {
    code.invokevirtual(type.vector, "mul", MethodTypeDesc.of(type.vector, VECTOR));
  }

  @Override
  public void multiplyByScalar() {
    code.invokevirtual(type.vector, "mul", MethodTypeDesc.of(type.vector, type.scalar));
  }

  @Override
  public void clip(double low, double high) {
    int raw = storedBlock();
    code.aload(raw);
    pushConstant(low);
    pushComparison(raw, "LT", low);
    blendScalar();
    pushConstant(high);
    pushComparison(raw, "GT", high);
    blendScalar();
  }

  @Override
  public void within(double low, double high) {
    int raw = storedBlock();
    int adjoint = storedBlock();
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

  @Override
  public void blendFirst(int part, int columns) {
    code.getstatic(lanes, "SPECIES", SPECIES).loadConstant(part * laneCount).iload(columns);
    code.invokeinterface(SPECIES, "indexInRange", MethodTypeDesc.of(MASK, CD_int, CD_int));
    code.invokevirtual(type.vector, "blend", MethodTypeDesc.of(type.vector, VECTOR, MASK));
  }

  @Override
  public void fold() {
    for (int by = laneCount / 2; by > 0; by /= 2) {
      code.dup().getstatic(lanes, "BY_" + by, SHUFFLE);
      code.invokevirtual(type.vector, "rearrange", MethodTypeDesc.of(type.vector, SHUFFLE));
      addBlocks();
    }
    code.iconst_0().invokevirtual(type.vector, "lane", MethodTypeDesc.of(type.scalar, CD_int));
  }
}
