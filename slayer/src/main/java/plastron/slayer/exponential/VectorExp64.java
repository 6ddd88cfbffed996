package plastron.slayer.exponential;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** {@link Exp64} lane by lane, with its bits. */
public final class VectorExp64 {

  private static final double C2 = Exp64.taylor(13)[2];
  private static final double C3 = Exp64.taylor(13)[3];
  private static final double C4 = Exp64.taylor(13)[4];
  private static final double C5 = Exp64.taylor(13)[5];
  private static final double C6 = Exp64.taylor(13)[6];
  private static final double C7 = Exp64.taylor(13)[7];
  private static final double C8 = Exp64.taylor(13)[8];
  private static final double C9 = Exp64.taylor(13)[9];
  private static final double C10 = Exp64.taylor(13)[10];
  private static final double C11 = Exp64.taylor(13)[11];
  private static final double C12 = Exp64.taylor(13)[12];
  private static final double C13 = Exp64.taylor(13)[13];

  private VectorExp64() {}

  /** {@code e^x} of every lane. */
  public static DoubleVector exp(DoubleVector x) {
    DoubleVector shifted = x.fma(all(x, Exp64.LOG2_E), all(x, Exp64.ROUND));
    DoubleVector n = shifted.sub(Exp64.ROUND);
    DoubleVector r = n.fma(all(x, -Exp64.LN2_LOW), n.fma(all(x, -Exp64.LN2_HIGH), x));
    DoubleVector p = all(x, C13);
    p = p.fma(r, all(x, C12));
    p = p.fma(r, all(x, C11));
    p = p.fma(r, all(x, C10));
    p = p.fma(r, all(x, C9));
    p = p.fma(r, all(x, C8));
    p = p.fma(r, all(x, C7));
    p = p.fma(r, all(x, C6));
    p = p.fma(r, all(x, C5));
    p = p.fma(r, all(x, C4));
    p = p.fma(r, all(x, C3));
    p = p.fma(r, all(x, C2));
    p = p.fma(r, all(x, 1));
    p = p.fma(r, all(x, 1));
    LongVector power = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
    DoubleVector result = p.reinterpretAsLongs().add(power).reinterpretAsDoubles();
    return result.blend(0, x.lt(Exp64.LOWEST));
  }

  /** {@code e^x - 1} of every lane. */
  public static DoubleVector expMinusOne(DoubleVector x) {
    DoubleVector shifted = x.fma(all(x, Exp64.LOG2_E), all(x, Exp64.ROUND));
    DoubleVector n = shifted.sub(Exp64.ROUND);
    DoubleVector r = n.fma(all(x, -Exp64.LN2_LOW), n.fma(all(x, -Exp64.LN2_HIGH), x));
    DoubleVector p = all(x, C13);
    p = p.fma(r, all(x, C12));
    p = p.fma(r, all(x, C11));
    p = p.fma(r, all(x, C10));
    p = p.fma(r, all(x, C9));
    p = p.fma(r, all(x, C8));
    p = p.fma(r, all(x, C7));
    p = p.fma(r, all(x, C6));
    p = p.fma(r, all(x, C5));
    p = p.fma(r, all(x, C4));
    p = p.fma(r, all(x, C3));
    p = p.fma(r, all(x, C2));
    p = p.fma(r, all(x, 1));
    LongVector bits = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
    DoubleVector power = bits.add(Exp64.ONE).reinterpretAsDoubles();
    return power.fma(p.mul(r), power.sub(1)).blend(-1, x.lt(Exp64.LOWEST));
  }

  private static DoubleVector all(DoubleVector like, double value) {
    return DoubleVector.broadcast(like.species(), value);
  }
}
