package plastron.slayer.f64.rate.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plastron.plasticity.rate.program.BlockProgram;
import plastron.plasticity.rate.program.Matrix;
import plastron.plasticity.rate.program.Parameter;
import plastron.slayer.sweep.FlatVector;

/** Values and gradients of a block's parameters. */
public final class BlockParameters64 {

  private final BlockProgram program;
  private final List<Weights64> weights = new ArrayList<>();
  private final List<Orthonormal64> factorised = new ArrayList<>();

  public BlockParameters64(BlockProgram program) {
    this.program = program;
    program.parameters().forEach(p -> weights.add(new Weights64(p.rows(), p.columns())));
  }

  /** A parameter as it is learned. */
  public Weights64 of(Parameter parameter) {
    return weights.get(program.parameters().indexOf(parameter));
  }

  /** What multiplies. */
  public Weights64 of(Matrix matrix) {
    Weights64 learned = of(matrix.parameter());
    if (!matrix.orthonormal()) {
      return learned;
    }
    Orthonormal64 factors = new Orthonormal64(matrix.parameter().name(), learned);
    factorised.add(factors);
    return factors.q;
  }

  public void load(FlatVector from, int offset) {
    int size = program.parameterCount();
    if (offset < 0 || from.size() - offset < size) {
      throw new IllegalArgumentException(
          "Parameters of block (%d numbers from position %d on) must be at least %d."
              .formatted(Math.max(0, from.size() - offset), offset, size));
    }
    for (int p = 0; p < weights.size(); p++) {
      Parameter parameter = program.parameters().get(p);
      double[][] value = weights.get(p).value();
      for (int r = 0; r < value.length; r++) {
        from.copy(offset + parameter.offset() + r * parameter.columns(), value[r]);
        for (int c = 0; c < value[r].length; c++) {
          if (!Double.isFinite(value[r][c])) {
            throw new IllegalArgumentException(
                "Parameter %s[%d][%d] (%s) must be finite."
                    .formatted(parameter.name(), r, c, value[r][c]));
          }
        }
      }
    }
    factorised.forEach(Orthonormal64::forward);
    for (Weights64 each : weights) {
      clear(each.gradient());
    }
    factorised.forEach(f -> clear(f.q.gradient()));
  }

  public void drain(FlatVector into, int offset) {
    factorised.forEach(Orthonormal64::backward);
    for (int p = 0; p < weights.size(); p++) {
      Parameter parameter = program.parameters().get(p);
      double[][] gradient = weights.get(p).gradient();
      for (int r = 0; r < gradient.length; r++) {
        into.set(offset + parameter.offset() + r * parameter.columns(), gradient[r]);
      }
      clear(gradient);
    }
  }

  private static void clear(double[][] rows) {
    for (double[] row : rows) {
      Arrays.fill(row, 0);
    }
  }
}
