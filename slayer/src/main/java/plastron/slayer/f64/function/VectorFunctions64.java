package plastron.slayer.f64.function;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import plastron.slayer.exponential.VectorExp64;

/** The same for as many entries at a time as a vector of the machine has lanes. */
final class VectorFunctions64 implements Functions64 {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  @Override
  public void tanh(double[] out, double[] in) {
    int end = SPECIES.loopBound(out.length);
    for (int i = 0; i < end; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(SPECIES, in, i);
      DoubleVector m = VectorExp64.expMinusOne(x.abs().mul(-2));
      DoubleVector size = DoubleVector.zero(SPECIES).sub(m).div(m.add(2));
      size.blend(size.neg(), x.lt(0)).intoArray(out, i);
    }
    PlainFunctions64.tanh(end, out, in);
  }

  @Override
  public void sigmoid(double[] out, double[] in) {
    int end = SPECIES.loopBound(out.length);
    for (int i = 0; i < end; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(SPECIES, in, i);
      DoubleVector e = VectorExp64.exp(x.abs().neg());
      DoubleVector share = e.blend(1, x.compare(VectorOperators.GE, 0));
      share.div(e.add(1)).intoArray(out, i);
    }
    PlainFunctions64.sigmoid(end, out, in);
  }
}
