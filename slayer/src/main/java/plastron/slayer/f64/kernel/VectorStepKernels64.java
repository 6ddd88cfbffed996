package plastron.slayer.f64.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.exponential.VectorExp64;

/**
 * The same for as many neurons at a time as a vector of the machine has lanes; the rest is mostly
 * left to the plain loops.
 */
final class VectorStepKernels64 implements StepKernels64 {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private static DoubleVector load(double[] a, int i) {
    return DoubleVector.fromArray(SPECIES, a, i);
  }

  @Override
  public void decay(double[] state, double decay, double[][] rows, int steps) {
    int end = SPECIES.loopBound(state.length);
    for (int i = 0; i < end; i += LANES) {
      DoubleVector s = load(state, i);
      for (int t = 0; t < steps; t++) {
        s = s.mul(decay).add(load(rows[t], i));
        s.intoArray(rows[t], i);
      }
      s.intoArray(state, i);
    }
    PlainStepKernels64.decay(end, state, decay, rows, steps);
  }

  @Override
  public void decayAdjoint(double[] state, double decay, double[][] rows, int steps) {
    int end = SPECIES.loopBound(state.length);
    for (int i = 0; i < end; i += LANES) {
      DoubleVector s = load(state, i);
      for (int t = steps - 1; t >= 0; t--) {
        DoubleVector sum = load(rows[t], i).add(s);
        sum.intoArray(rows[t], i);
        s = sum.mul(decay);
      }
      s.intoArray(state, i);
    }
    PlainStepKernels64.decayAdjoint(end, state, decay, rows, steps);
  }

  @Override
  public void follow(double[] state, double decay, SpikeRaster spikes, int from, int steps) {
    int end = SPECIES.loopBound(state.length);
    for (int i = 0; i < end; i += LANES) {
      DoubleVector s = load(state, i);
      for (int t = from; t < from + steps; t++) {
        s = s.mul(decay).add(1, VectorMask.fromLong(SPECIES, spikes.mask(t, i)));
      }
      s.intoArray(state, i);
    }
    if (end < state.length) {
      VectorMask<Double> mask = SPECIES.indexInRange(end, state.length);
      DoubleVector s = DoubleVector.fromArray(SPECIES, state, end, mask);
      for (int t = from; t < from + steps; t++) {
        s = s.mul(decay).add(1, VectorMask.fromLong(SPECIES, spikes.mask(t, end)));
      }
      s.intoArray(state, end, mask);
    }
  }

  @Override
  public void followAdjoint(double[] state, double decay, double[][] rows, int steps) {
    int end = SPECIES.loopBound(state.length);
    for (int i = 0; i < end; i += LANES) {
      DoubleVector s = load(state, i);
      for (int t = steps - 1; t >= 0; t--) {
        load(rows[t], i).add(s).intoArray(rows[t], i);
        s = s.mul(decay);
      }
      s.intoArray(state, i);
    }
    PlainStepKernels64.followAdjoint(end, state, decay, rows, steps);
  }

  @Override
  public void respond(
      Response64 response,
      double[] own,
      double[] sum,
      double[][] current,
      double[][] u,
      int first,
      SpikeRaster spikes,
      int from,
      int steps) {
    double decay = response.decay();
    int end = SPECIES.loopBound(own.length);
    for (int i = 0; i < end; i += LANES) {
      DoubleVector o = load(own, i);
      DoubleVector s = load(sum, i);
      for (int t = 0; t < steps; t++) {
        s = s.add(o).mul(decay);
        o = o.mul(decay);
        DoubleVector reset = o.mul(response.ownGain()).add(s.mul(response.sumGain()));
        DoubleVector potential = load(current[t], i).add(reset);
        potential.intoArray(u[first + t], i);
        VectorMask<Double> spiking = potential.compare(VectorOperators.GE, response.theta());
        o = o.add(1, spiking);
        spikes.set(from + t, i, spiking.toLong());
      }
      o.intoArray(own, i);
      s.intoArray(sum, i);
    }
    PlainStepKernels64.respond(end, response, own, sum, current, u, first, spikes, from, steps);
  }

  @Override
  public void exponential(double[] g, double[] u, double theta, double scale, double rate) {
    int end = SPECIES.loopBound(g.length);
    for (int i = 0; i < end; i += LANES) {
      DoubleVector distance = load(u, i).sub(theta).abs();
      load(g, i).mul(VectorExp64.exp(distance.mul(rate)).mul(scale)).intoArray(g, i);
    }
    PlainStepKernels64.exponential(end, g, u, theta, scale, rate);
  }
}
