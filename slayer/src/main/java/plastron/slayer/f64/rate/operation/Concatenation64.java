package plastron.slayer.f64.rate.operation;

import plastron.plasticity.rate.program.Operation;
import plastron.plasticity.rate.program.Quantity;
import plastron.slayer.f64.rate.tape.BlockAdjoint64;
import plastron.slayer.f64.rate.tape.BlockTape64;

/** See {@link Operation.Concatenation}. */
final class Concatenation64 extends Operation64 {

  private final int out;
  private final int[] parts;

  Concatenation64(Operation.Concatenation concatenation) {
    out = concatenation.out().index();
    parts = concatenation.parts().stream().mapToInt(Quantity::index).toArray();
  }

  @Override
  public void forward(BlockTape64 tape, int from, int to) {
    for (int t = from; t < to; t++) {
      int at = 0;
      for (int part : parts) {
        double[] row = tape.row[part][t];
        System.arraycopy(row, 0, tape.row[out][t], at, row.length);
        at += row.length;
      }
    }
  }

  @Override
  public void backward(BlockTape64 tape, BlockAdjoint64 adjoint, int from, int to) {
    for (int t = to - 1; t >= from; t--) {
      int at = 0;
      for (int part : parts) {
        double[] row = adjoint.row[part][t];
        for (int i = 0; i < row.length; i++) {
          row[i] += adjoint.row[out][t][at + i];
        }
        at += row.length;
      }
    }
  }
}
