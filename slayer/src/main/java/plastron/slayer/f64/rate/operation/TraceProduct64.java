package plastron.slayer.f64.rate.operation;

import org.jspecify.annotations.Nullable;
import plastron.plasticity.f64.kernel.Kernels64;
import plastron.plasticity.rate.program.Operation;
import plastron.slayer.f64.rate.tape.BlockAdjoint64;
import plastron.slayer.f64.rate.tape.BlockParameters64;
import plastron.slayer.f64.rate.tape.BlockTape64;
import plastron.slayer.f64.rate.tape.Weights64;

/** See {@link Operation.TraceProduct}. */
final class TraceProduct64 extends Operation64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;
  private static final int NONE = -1;

  private final int out;
  private final int base;
  private final int trace;
  private final int vector;
  private final @Nullable Weights64 alpha;

  /** Effective weights of one post unit. */
  private final double[] scaled;

  TraceProduct64(Operation.TraceProduct product, BlockParameters64 parameters) {
    out = product.out().index();
    base = product.base() == null ? NONE : product.base().index();
    trace = product.trace().index();
    vector = product.vector().index();
    alpha = product.alpha() == null ? null : parameters.of(product.alpha());
    scaled = new double[product.trace().columns()];
  }

  private double[] effective(double[][] hebb, int j) {
    if (alpha == null) {
      return hebb[j];
    }
    multiply(scaled, alpha.value()[j], hebb[j]);
    return scaled;
  }

  private static void multiply(double[] result, double[] a, double[] b) {
    for (int i = 0; i < result.length; i++) {
      result[i] = a[i] * b[i];
    }
  }

  @Override
  public void forward(BlockTape64 tape, int from, int to) {
    for (int t = from; t < to; t++) {
      double[] y = tape.row[out][t];
      for (int j = 0; j < y.length; j++) {
        double sum = KERNELS.dot(effective(tape.matrix[trace][t], j), tape.row[vector][t]);
        y[j] = base == NONE ? sum : tape.row[base][t][j] + sum;
      }
    }
  }

  @Override
  public void backward(BlockTape64 tape, BlockAdjoint64 adjoint, int from, int to) {
    for (int t = to - 1; t >= from; t--) {
      double[] g = adjoint.row[out][t];
      double[][] hebb = tape.matrix[trace][t];
      double[][] hebbAdjoint = adjoint.matrix[trace][t];
      double[] v = tape.row[vector][t];
      if (base != NONE) {
        KERNELS.add(adjoint.row[base][t], g);
      }
      for (int j = 0; j < g.length; j++) {
        KERNELS.add(adjoint.row[vector][t], g[j], effective(hebb, j));
        if (alpha == null) {
          KERNELS.add(hebbAdjoint[j], g[j], v);
        } else {
          addProduct(hebbAdjoint[j], g[j], v, alpha.value()[j]);
          addProduct(alpha.gradient()[j], g[j], v, hebb[j]);
        }
      }
    }
  }

  /** {@code sum += g v factor}. */
  private static void addProduct(double[] sum, double g, double[] v, double[] factor) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += g * v[i] * factor[i];
    }
  }
}
