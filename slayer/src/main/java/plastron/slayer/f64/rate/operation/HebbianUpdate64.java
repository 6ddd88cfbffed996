package plastron.slayer.f64.rate.operation;

import plastron.plasticity.f64.kernel.Kernels64;
import plastron.plasticity.rate.program.Operation;
import plastron.slayer.f64.rate.tape.BlockAdjoint64;
import plastron.slayer.f64.rate.tape.BlockTape64;

/** See {@link Operation.HebbianUpdate}. */
final class HebbianUpdate64 extends Operation64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;

  private final int out;
  private final int trace;
  private final int gate;
  private final int post;
  private final int pre;
  private final boolean single;
  private final double clip;

  HebbianUpdate64(Operation.HebbianUpdate update) {
    out = update.out().index();
    trace = update.trace().index();
    gate = update.gate().index();
    post = update.post().index();
    pre = update.pre().index();
    single = update.gate().columns() == 1;
    clip = (double) update.clip();
  }

  @Override
  public void forward(BlockTape64 tape, int from, int to) {
    for (int t = from; t < to; t++) {
      double[] m = tape.row[gate][t];
      double[] q = tape.row[post][t];
      double[] p = tape.row[pre][t];
      for (int j = 0; j < q.length; j++) {
        add(tape.matrix[out][t][j], tape.matrix[trace][t][j], m[single ? 0 : j] * q[j], p, clip);
      }
    }
  }

  /** {@code result = clamp(before + factor change)}. */
  static void add(double[] result, double[] before, double factor, double[] change, double clip) {
    for (int i = 0; i < result.length; i++) {
      result[i] = Math.min(clip, Math.max(-clip, before[i] + factor * change[i]));
    }
  }

  /** No gradient passes where the sum lay outside the bounds. */
  static void mask(double[] g, double[] before, double factor, double[] change, double clip) {
    for (int i = 0; i < g.length; i++) {
      g[i] = Math.abs(before[i] + factor * change[i]) <= clip ? g[i] : 0;
    }
  }

  @Override
  public void backward(BlockTape64 tape, BlockAdjoint64 adjoint, int from, int to) {
    for (int t = to - 1; t >= from; t--) {
      double[] m = tape.row[gate][t];
      double[] q = tape.row[post][t];
      double[] p = tape.row[pre][t];
      for (int j = 0; j < q.length; j++) {
        int own = single ? 0 : j;
        double factor = m[own] * q[j];
        double[] g = adjoint.matrix[out][t][j];
        mask(g, tape.matrix[trace][t][j], factor, p, clip);
        KERNELS.add(adjoint.matrix[trace][t][j], g);
        double along = KERNELS.dot(g, p);
        adjoint.row[gate][t][own] += along * q[j];
        adjoint.row[post][t][j] += along * m[own];
        KERNELS.add(adjoint.row[pre][t], factor, g);
      }
    }
  }
}
