package plastron.slayer.f64.rate.operation;

import plastron.plasticity.f64.kernel.Kernels64;
import plastron.plasticity.rate.program.Operation;
import plastron.slayer.f64.rate.tape.BlockAdjoint64;
import plastron.slayer.f64.rate.tape.BlockTape64;

/** See {@link Operation.LeakyTrace}. */
final class LeakyTrace64 extends Operation64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;

  private final int out;
  private final int trace;
  private final int rate;
  private final int post;
  private final int pre;

  LeakyTrace64(Operation.LeakyTrace leaky) {
    out = leaky.out().index();
    trace = leaky.trace().index();
    rate = leaky.rate().index();
    post = leaky.post().index();
    pre = leaky.pre().index();
  }

  @Override
  public void forward(BlockTape64 tape, int from, int to) {
    for (int t = from; t < to; t++) {
      double eta = tape.row[rate][t][0];
      double[] q = tape.row[post][t];
      double[] p = tape.row[pre][t];
      for (int j = 0; j < q.length; j++) {
        mix(tape.matrix[out][t][j], 1 - eta, tape.matrix[trace][t][j], eta * q[j], p);
      }
    }
  }

  private static void mix(double[] result, double k, double[] a, double l, double[] b) {
    for (int i = 0; i < result.length; i++) {
      result[i] = k * a[i] + l * b[i];
    }
  }

  @Override
  public void backward(BlockTape64 tape, BlockAdjoint64 adjoint, int from, int to) {
    for (int t = to - 1; t >= from; t--) {
      double eta = tape.row[rate][t][0];
      double[] q = tape.row[post][t];
      double[] p = tape.row[pre][t];
      for (int j = 0; j < q.length; j++) {
        double[] g = adjoint.matrix[out][t][j];
        double along = KERNELS.dot(g, p);
        KERNELS.add(adjoint.matrix[trace][t][j], 1 - eta, g);
        adjoint.row[rate][t][0] += q[j] * along - KERNELS.dot(g, tape.matrix[trace][t][j]);
        adjoint.row[post][t][j] += eta * along;
        KERNELS.add(adjoint.row[pre][t], eta * q[j], g);
      }
    }
  }
}
