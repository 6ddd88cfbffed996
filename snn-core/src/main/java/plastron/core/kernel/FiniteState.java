package plastron.core.kernel;

import java.util.Arrays;
import plastron.core.network.Kernel;

/** The last arrivals in a ring, one row per tap: {@code a(t) = sum over k of eps(k) c(t-k)}. */
public final class FiniteState implements KernelState {

  private final float[] taps;
  private final float[][] ring;
  private int now;

  FiniteState(Kernel.Finite kernel, int n) {
    taps = new float[kernel.stateCount()];
    for (int k = 0; k < taps.length; k++) {
      taps[k] = (float) kernel.at(k);
    }
    ring = new float[taps.length][n];
  }

  @Override
  public void advance() {
    now = (now + 1) % ring.length;
    Arrays.fill(ring[now], 0);
  }

  @Override
  public float[] input() {
    return ring[now];
  }

  @Override
  public void addResponse(float[] out) {
    for (int k = 0; k < taps.length; k++) {
      if (taps[k] != 0) {
        Rows.add(out, taps[k], ring[(now - k + ring.length) % ring.length]);
      }
    }
  }

  @Override
  public float[][] rows() {
    return ring;
  }

  @Override
  public void reset() {
    for (float[] row : ring) {
      Arrays.fill(row, 0);
    }
    now = 0;
  }
}
