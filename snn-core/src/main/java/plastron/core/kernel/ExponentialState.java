package plastron.core.kernel;

import java.util.Arrays;
import plastron.core.network.Kernel;

/** {@code a(t) = decay a(t-1) + c(t)}. */
public final class ExponentialState implements KernelState {

  private final float decay;
  private final float[] a;
  private final float[][] rows;
  private final Underflow underflow = new Underflow();

  ExponentialState(Kernel.Exponential kernel, int n) {
    decay = (float) kernel.decay();
    a = new float[n];
    rows = new float[][] {a};
  }

  @Override
  public void advance() {
    Rows.scale(a, decay);
    if (underflow.isDue()) {
      Underflow.flush(a);
    }
  }

  @Override
  public float[] input() {
    return a;
  }

  @Override
  public void addResponse(float[] out) {
    Rows.add(out, a);
  }

  @Override
  public float[][] rows() {
    return rows;
  }

  @Override
  public void reset() {
    Arrays.fill(a, 0);
  }
}
