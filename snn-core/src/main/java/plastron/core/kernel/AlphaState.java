package plastron.core.kernel;

import java.util.Arrays;
import plastron.core.network.Kernel;

/**
 * {@code q(t) = decay (q(t-1) + p(t-1))}, {@code p(t) = decay p(t-1) + c(t)}, response {@code (e /
 * tau) q(t)}.
 */
public final class AlphaState implements KernelState {

  private final float decay;
  private final float gain;
  private final float[] p;
  private final float[] q;
  private final float[][] rows;
  private final Underflow underflow = new Underflow();

  AlphaState(Kernel.Alpha kernel, int n) {
    decay = (float) kernel.decay();
    gain = (float) (Math.E / kernel.tauSteps());
    p = new float[n];
    q = new float[n];
    rows = new float[][] {p, q};
  }

  @Override
  public void advance() {
    for (int i = 0; i < q.length; i++) {
      q[i] = decay * (q[i] + p[i]);
    }
    Rows.scale(p, decay);
    if (underflow.isDue()) {
      Underflow.flush(p);
      Underflow.flush(q);
    }
  }

  @Override
  public float[] input() {
    return p;
  }

  @Override
  public void addResponse(float[] out) {
    Rows.add(out, gain, q);
  }

  @Override
  public float[][] rows() {
    return rows;
  }

  @Override
  public void reset() {
    Arrays.fill(p, 0);
    Arrays.fill(q, 0);
  }
}
