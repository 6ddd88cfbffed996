package plastron.slayer.exponential;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/** {@link Exp32} lane by lane, with its bits. */
public final class VectorExp32 {

  private static final float C2 = Exp32.taylor(2);
  private static final float C3 = Exp32.taylor(3);
  private static final float C4 = Exp32.taylor(4);
  private static final float C5 = Exp32.taylor(5);
  private static final float C6 = Exp32.taylor(6);
  private static final float C7 = Exp32.taylor(7);

  private VectorExp32() {}

  /** {@code e^x} of every lane. */
  public static FloatVector exp(FloatVector x) {
    FloatVector shifted = x.fma(all(x, Exp32.LOG2_E), all(x, Exp32.ROUND));
    FloatVector n = shifted.sub(Exp32.ROUND);
    FloatVector r = n.fma(all(x, -Exp32.LN2_LOW), n.fma(all(x, -Exp32.LN2_HIGH), x));
    FloatVector square = r.mul(r);
    FloatVector low = square.fma(r.fma(all(x, C3), all(x, C2)), r.add(1));
    FloatVector high = square.fma(r.fma(all(x, C7), all(x, C6)), r.fma(all(x, C5), all(x, C4)));
    FloatVector p = square.mul(square).fma(high, low);
    IntVector power = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
    FloatVector result = p.reinterpretAsInts().add(power).reinterpretAsFloats();
    return result.blend(0, x.lt(Exp32.LOWEST));
  }

  /** {@code e^x - 1} of every lane. */
  public static FloatVector expMinusOne(FloatVector x) {
    FloatVector shifted = x.fma(all(x, Exp32.LOG2_E), all(x, Exp32.ROUND));
    FloatVector n = shifted.sub(Exp32.ROUND);
    FloatVector r = n.fma(all(x, -Exp32.LN2_LOW), n.fma(all(x, -Exp32.LN2_HIGH), x));
    FloatVector square = r.mul(r);
    FloatVector low = square.fma(r.fma(all(x, C4), all(x, C3)), r.fma(all(x, C2), all(x, 1)));
    FloatVector high = square.fma(all(x, C7), r.fma(all(x, C6), all(x, C5)));
    FloatVector p = square.mul(square).fma(high, low);
    IntVector bits = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
    FloatVector power = bits.add(Exp32.ONE).reinterpretAsFloats();
    return power.fma(p.mul(r), power.sub(1)).blend(-1, x.lt(Exp32.LOWEST));
  }

  private static FloatVector all(FloatVector like, float value) {
    return FloatVector.broadcast(like.species(), value);
  }
}
