package plastron.slayer.f64;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import plastron.core.spikes.SpikeRaster;

/** The same for as many neurons at a time as a vector of the machine has lanes. */
final class VectorStepKernels64 implements StepKernels64 {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  @Override
  public void decay(double[] state, double decay, double[][] rows, int steps) {
    for (int i = 0; i < state.length; i += LANES) {
      VectorMask<Double> mask = SPECIES.indexInRange(i, state.length);
      DoubleVector s = DoubleVector.fromArray(SPECIES, state, i, mask);
      for (int t = 0; t < steps; t++) {
        s = s.mul(decay).add(DoubleVector.fromArray(SPECIES, rows[t], i, mask));
        s.intoArray(rows[t], i, mask);
      }
      s.intoArray(state, i, mask);
    }
  }

  @Override
  public void decayAdjoint(double[] state, double decay, double[][] rows, int steps) {
    for (int i = 0; i < state.length; i += LANES) {
      VectorMask<Double> mask = SPECIES.indexInRange(i, state.length);
      DoubleVector s = DoubleVector.fromArray(SPECIES, state, i, mask);
      for (int t = steps - 1; t >= 0; t--) {
        DoubleVector sum = DoubleVector.fromArray(SPECIES, rows[t], i, mask).add(s);
        sum.intoArray(rows[t], i, mask);
        s = sum.mul(decay);
      }
      s.intoArray(state, i, mask);
    }
  }

  @Override
  public void respond(
      double[] own,
      double[] sum,
      double decay,
      double ownGain,
      double sumGain,
      double theta,
      double[][] current,
      double[][] u,
      int first,
      SpikeRaster spikes,
      int from,
      int steps) {
    for (int i = 0; i < own.length; i += LANES) {
      VectorMask<Double> mask = SPECIES.indexInRange(i, own.length);
      DoubleVector o = DoubleVector.fromArray(SPECIES, own, i, mask);
      DoubleVector s = DoubleVector.fromArray(SPECIES, sum, i, mask);
      for (int t = 0; t < steps; t++) {
        s = s.add(o).mul(decay);
        o = o.mul(decay);
        DoubleVector response = o.mul(ownGain).add(s.mul(sumGain));
        DoubleVector potential = DoubleVector.fromArray(SPECIES, current[t], i, mask).add(response);
        potential.intoArray(u[first + t], i, mask);
        VectorMask<Double> spiking = potential.compare(VectorOperators.GE, theta, mask);
        o = o.add(1, spiking);
        spikes.set(from + t, i, spiking.toLong());
      }
      o.intoArray(own, i, mask);
      s.intoArray(sum, i, mask);
    }
  }
}
