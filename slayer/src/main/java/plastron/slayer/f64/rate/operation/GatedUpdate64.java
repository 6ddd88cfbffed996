package plastron.slayer.f64.rate.operation;

import plastron.plasticity.f64.kernel.Kernels64;
import plastron.plasticity.rate.program.Operation;
import plastron.slayer.f64.rate.tape.BlockAdjoint64;
import plastron.slayer.f64.rate.tape.BlockTape64;

/** See {@link Operation.GatedUpdate}. */
final class GatedUpdate64 extends Operation64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;

  private final int out;
  private final int trace;
  private final int gate;
  private final int eligibility;
  private final boolean single;
  private final double clip;

  GatedUpdate64(Operation.GatedUpdate update) {
    out = update.out().index();
    trace = update.trace().index();
    gate = update.gate().index();
    eligibility = update.eligibility().index();
    single = update.gate().columns() == 1;
    clip = (double) update.clip();
  }

  @Override
  public void forward(BlockTape64 tape, int from, int to) {
    for (int t = from; t < to; t++) {
      double[] m = tape.row[gate][t];
      double[][] e = tape.matrix[eligibility][t];
      for (int j = 0; j < e.length; j++) {
        double factor = m[single ? 0 : j];
        HebbianUpdate64.add(tape.matrix[out][t][j], tape.matrix[trace][t][j], factor, e[j], clip);
      }
    }
  }

  @Override
  public void backward(BlockTape64 tape, BlockAdjoint64 adjoint, int from, int to) {
    for (int t = to - 1; t >= from; t--) {
      double[] m = tape.row[gate][t];
      double[][] e = tape.matrix[eligibility][t];
      for (int j = 0; j < e.length; j++) {
        int own = single ? 0 : j;
        double[] g = adjoint.matrix[out][t][j];
        HebbianUpdate64.mask(g, tape.matrix[trace][t][j], m[own], e[j], clip);
        KERNELS.add(adjoint.matrix[trace][t][j], g);
        adjoint.row[gate][t][own] += KERNELS.dot(g, e[j]);
        KERNELS.add(adjoint.matrix[eligibility][t][j], m[own], g);
      }
    }
  }
}
