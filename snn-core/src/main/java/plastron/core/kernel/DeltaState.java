package plastron.core.kernel;

import java.util.Arrays;

/** No memory: the response is what arrived in this step. */
public final class DeltaState implements KernelState {

  private final float[] now;
  private final float[][] rows;

  DeltaState(int n) {
    now = new float[n];
    rows = new float[][] {now};
  }

  @Override
  public void advance() {
    Arrays.fill(now, 0);
  }

  @Override
  public float[] input() {
    return now;
  }

  @Override
  public void addResponse(float[] out) {
    Rows.add(out, now);
  }

  @Override
  public float[][] rows() {
    return rows;
  }

  @Override
  public void reset() {
    Arrays.fill(now, 0);
  }
}
