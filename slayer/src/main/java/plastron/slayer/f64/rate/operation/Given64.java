package plastron.slayer.f64.rate.operation;

import plastron.plasticity.f64.kernel.Kernels64;
import plastron.plasticity.rate.program.Operation;
import plastron.slayer.f64.rate.tape.BlockAdjoint64;
import plastron.slayer.f64.rate.tape.BlockParameters64;
import plastron.slayer.f64.rate.tape.BlockTape64;
import plastron.slayer.f64.rate.tape.Weights64;

/** See {@link Operation.Given}. */
final class Given64 extends Operation64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;

  private final int out;
  private final Weights64 weights;

  Given64(Operation.Given given, BlockParameters64 parameters) {
    out = given.out().index();
    weights = parameters.of(given.parameter());
  }

  @Override
  public void forward(BlockTape64 tape, int from, int to) {
    double[] value = weights.value()[0];
    for (int t = from; t < to; t++) {
      System.arraycopy(value, 0, tape.row[out][t], 0, value.length);
    }
  }

  @Override
  public void backward(BlockTape64 tape, BlockAdjoint64 adjoint, int from, int to) {}

  @Override
  public void gradient(BlockTape64 tape, BlockAdjoint64 adjoint, int from, int to) {
    for (int t = to - 1; t >= from; t--) {
      KERNELS.add(weights.gradient()[0], adjoint.row[out][t]);
    }
  }
}
