package plastron.slayer.f64.rate.operation;

import plastron.plasticity.rate.program.Activation;
import plastron.plasticity.rate.program.Operation;
import plastron.slayer.f64.function.Functions64;
import plastron.slayer.f64.rate.tape.BlockAdjoint64;
import plastron.slayer.f64.rate.tape.BlockTape64;

/** See {@link Operation.Map}. */
final class Map64 extends Operation64 {

  private static final Functions64 FUNCTIONS = Functions64.FASTEST;
  private static final double TURN = (double) (2 * Math.PI);

  private final int out;
  private final int in;
  private final Activation activation;

  Map64(Operation.Map map) {
    out = map.out().index();
    in = map.in().index();
    activation = map.activation();
  }

  @Override
  public void forward(BlockTape64 tape, int from, int to) {
    for (int t = from; t < to; t++) {
      apply(activation, tape.row[out][t], tape.row[in][t]);
    }
  }

  private static void apply(Activation activation, double[] y, double[] x) {
    switch (activation) {
      case LINEAR -> System.arraycopy(x, 0, y, 0, y.length);
      case RELU -> {
        for (int i = 0; i < y.length; i++) {
          y[i] = Math.max(x[i], 0);
        }
      }
      case TANH -> FUNCTIONS.tanh(y, x);
      case SIGMOID -> FUNCTIONS.sigmoid(y, x);
      case SRELU -> {
        for (int i = 0; i < y.length; i++) {
          y[i] = Math.min(1, Math.max(-1, x[i]));
        }
      }
      case COSINE_OF_TURNS -> {
        for (int i = 0; i < y.length; i++) {
          y[i] = (double) Math.cos(TURN * x[i]);
        }
      }
      case SINE_OF_TURNS -> {
        for (int i = 0; i < y.length; i++) {
          y[i] = (double) Math.sin(TURN * x[i]);
        }
      }
    }
  }

  @Override
  public void backward(BlockTape64 tape, BlockAdjoint64 adjoint, int from, int to) {
    for (int t = to - 1; t >= from; t--) {
      double[] y = tape.row[out][t];
      double[] x = tape.row[in][t];
      addAdjoint(activation, adjoint.row[in][t], adjoint.row[out][t], y, x);
    }
  }

  /** {@code d += f' g}. */
  private static void addAdjoint(
      Activation activation, double[] d, double[] g, double[] y, double[] x) {
    switch (activation) {
      case LINEAR -> {
        for (int i = 0; i < d.length; i++) {
          d[i] += g[i];
        }
      }
      case RELU -> {
        for (int i = 0; i < d.length; i++) {
          d[i] += x[i] > 0 ? g[i] : 0;
        }
      }
      case TANH -> {
        for (int i = 0; i < d.length; i++) {
          d[i] += g[i] * (1 - y[i] * y[i]);
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < d.length; i++) {
          d[i] += g[i] * (y[i] * (1 - y[i]));
        }
      }
      case SRELU -> {
        for (int i = 0; i < d.length; i++) {
          d[i] += Math.abs(x[i]) <= 1 ? g[i] : 0;
        }
      }
      case COSINE_OF_TURNS -> {
        for (int i = 0; i < d.length; i++) {
          d[i] -= g[i] * TURN * (double) Math.sin(TURN * x[i]);
        }
      }
      case SINE_OF_TURNS -> {
        for (int i = 0; i < d.length; i++) {
          d[i] += g[i] * TURN * (double) Math.cos(TURN * x[i]);
        }
      }
    }
  }
}
