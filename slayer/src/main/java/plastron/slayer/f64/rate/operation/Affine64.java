package plastron.slayer.f64.rate.operation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import plastron.plasticity.f64.kernel.Kernels64;
import plastron.plasticity.rate.program.Operation;
import plastron.slayer.f64.rate.tape.BlockAdjoint64;
import plastron.slayer.f64.rate.tape.BlockParameters64;
import plastron.slayer.f64.rate.tape.BlockTape64;
import plastron.slayer.f64.rate.tape.Weights64;

/** See {@link Operation.Affine}. */
final class Affine64 extends Operation64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;
  private static final int NONE = -1;

  private final int out;
  private final int base;
  private final int vector;
  private final Multiplier64 matrix;
  private final @Nullable Weights64 bias;

  Affine64(Operation.Affine affine, BlockParameters64 parameters) {
    out = affine.out().index();
    base = affine.base() == null ? NONE : affine.base().index();
    vector = affine.vector().index();
    matrix = new Multiplier64(parameters.of(affine.matrix()), affine.matrix().transposed());
    bias = affine.bias() == null ? null : parameters.of(affine.bias());
  }

  @Override
  public void prepare() {
    matrix.prepare();
  }

  @Override
  public void forward(BlockTape64 tape, int from, int to) {
    for (int t = from; t < to; t++) {
      double[] y = tape.row[out][t];
      if (base == NONE) {
        Arrays.fill(y, 0);
      } else {
        System.arraycopy(tape.row[base][t], 0, y, 0, y.length);
      }
      if (bias != null) {
        KERNELS.add(y, bias.value()[0]);
      }
      matrix.multiply(y, tape.row[vector][t]);
    }
  }

  @Override
  public void backward(BlockTape64 tape, BlockAdjoint64 adjoint, int from, int to) {
    for (int t = to - 1; t >= from; t--) {
      double[] g = adjoint.row[out][t];
      if (base != NONE) {
        KERNELS.add(adjoint.row[base][t], g);
      }
      matrix.multiplyAdjoint(adjoint.row[vector][t], g);
    }
  }

  @Override
  public void gradient(BlockTape64 tape, BlockAdjoint64 adjoint, int from, int to) {
    double[][] g = adjoint.row[out];
    matrix.addGradient(g, tape.row[vector], from, to);
    for (int t = to - 1; bias != null && t >= from; t--) {
      KERNELS.add(bias.gradient()[0], g[t]);
    }
  }
}
