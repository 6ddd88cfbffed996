package plastron.slayer.f64.rate.operation;

import java.util.Arrays;
import java.util.List;
import plastron.plasticity.f64.kernel.Kernels64;
import plastron.plasticity.rate.program.Credit;
import plastron.plasticity.rate.program.Operation;
import plastron.slayer.f64.rate.tape.BlockAdjoint64;
import plastron.slayer.f64.rate.tape.BlockParameters64;
import plastron.slayer.f64.rate.tape.BlockTape64;
import plastron.slayer.f64.rate.tape.Weights64;

/**
 * See {@link Operation.LeakyUnits}. On the way back, with {@code L} what the activity does at once,
 * {@code X} what it does through other cells, {@code phi} 1 where the potential is above the
 * threshold and {@code c = phi L}: {@code delta = phi (L + X) + decay delta(t+1)}. Credits differ
 * in X alone: {@code (1 - decay) weights^T D(t+1)}, where {@code D = c + gain X + decay D(t+1)}
 * with a gain of phi, 0 or mu; or, with taps, that of the last steps only.
 */
final class LeakyUnits64 extends Operation64 {

  private static final Kernels64 KERNELS = Kernels64.FASTEST;

  private final int current;
  private final int potentialAfter;
  private final int activityAfter;
  private final int drive;
  private final int potential;
  private final int activity;
  private final Weights64 weights;
  private final Multiplier64 matrix;
  private final double decay;
  private final double threshold;
  private final Credit credit;
  private final int memory;
  private final int units;
  private final double mu;
  private final int taps;

  /** A type for each cell, and averages of weights by post and pre type; or empty. */
  private final int[] types;

  private final double[][] average;
  private final double[] typeSum;

  private final double[] sent;

  LeakyUnits64(Operation.LeakyUnits leaky, BlockParameters64 parameters, int memory) {
    current = leaky.current().index();
    potentialAfter = leaky.potentialAfter().index();
    activityAfter = leaky.activityAfter().index();
    drive = leaky.drive().index();
    potential = leaky.potential().index();
    activity = leaky.activity().index();
    weights = parameters.of(leaky.weights());
    matrix = new Multiplier64(weights, /* transposed= */ false);
    decay = (double) leaky.decay();
    threshold = (double) leaky.threshold();
    credit = leaky.credit();
    this.memory = memory;
    units = leaky.drive().columns();
    Credit.ModProp none = new Credit.ModProp(0, List.of(), 0);
    Credit.ModProp given = credit instanceof Credit.ModProp m ? m : none;
    mu = (double) given.mu();
    taps = given.taps();
    types = given.types().stream().mapToInt(type -> type).toArray();
    int count = Arrays.stream(types).max().orElse(-1) + 1;
    average = new double[count][count];
    typeSum = new double[count];
    sent = new double[units];
  }

  /**
   * X, D and the last few c, newest first; where X is carried as the adjoint of the activity,
   * nothing.
   */
  @Override
  public double[][] memory() {
    return switch (credit) {
      case Credit.Exact _ -> new double[0][];
      case Credit.Eprop _ -> new double[0][];
      default -> new double[2 + taps][units];
    };
  }

  @Override
  public void prepare() {
    matrix.prepare();
    if (types.length == 0) {
      return;
    }
    int[] size = new int[average.length];
    for (int type : types) {
      size[type]++;
    }
    for (double[] row : average) {
      Arrays.fill(row, 0);
    }
    for (int j = 0; j < units; j++) {
      for (int i = 0; i < units; i++) {
        average[types[j]][types[i]] += weights.value()[j][i];
      }
    }
    for (int a = 0; a < average.length; a++) {
      for (int b = 0; b < average.length; b++) {
        average[a][b] /= Math.max(1, size[a] * size[b]);
      }
    }
  }

  @Override
  public void forward(BlockTape64 tape, int from, int to) {
    for (int t = from; t < to; t++) {
      double[] in = tape.row[current][t];
      double[] before = tape.row[potential][t];
      double[] v = tape.row[potentialAfter][t];
      double[] z = tape.row[activityAfter][t];
      System.arraycopy(tape.row[drive][t], 0, in, 0, units);
      matrix.multiply(in, tape.row[activity][t]);
      for (int i = 0; i < units; i++) {
        v[i] = decay * before[i] + (1 - decay) * in[i];
        z[i] = Math.max(0, v[i] - threshold);
      }
    }
  }

  @Override
  public void backward(BlockTape64 tape, BlockAdjoint64 adjoint, int from, int to) {
    double[][] kept = adjoint.memory(memory);
    for (int t = to - 1; t >= from; t--) {
      double[] v = tape.row[potentialAfter][t];
      double[] l = adjoint.row[activityAfter][t];
      double[] g = adjoint.row[current][t];
      double[] before = adjoint.row[potential][t];
      for (int i = 0; i < units; i++) {
        double heard = kept.length == 0 ? l[i] : l[i] + kept[0][i];
        double delta = (v[i] > threshold ? heard : 0) + adjoint.row[potentialAfter][t][i];
        g[i] += (1 - decay) * delta;
        before[i] += decay * delta;
      }
      KERNELS.add(adjoint.row[drive][t], g);
      if (credit instanceof Credit.Exact) {
        matrix.multiplyAdjoint(adjoint.row[activity][t], g);
      } else if (kept.length > 0) {
        send(kept, l, v);
      }
    }
  }

  /** What cells hear of this step one step earlier. */
  private void send(double[][] kept, double[] l, double[] v) {
    double[] x = kept[0];
    double[] d = kept[1];
    for (int k = kept.length - 1; k > 2; k--) {
      System.arraycopy(kept[k - 1], 0, kept[k], 0, units);
    }
    for (int i = 0; i < units; i++) {
      double c = v[i] > threshold ? l[i] : 0;
      d[i] = c + mu * x[i] + decay * d[i];
      if (taps > 0) {
        kept[2][i] = c;
      }
    }
    if (taps > 0) {
      // Horner's scheme, from the step that lies furthest ahead.
      System.arraycopy(kept[kept.length - 1], 0, d, 0, units);
      for (int k = kept.length - 2; k >= 2; k--) {
        Arrays.fill(sent, 0);
        addFeedback(sent, d);
        for (int i = 0; i < units; i++) {
          d[i] = kept[k][i] + decay * d[i] + mu * (1 - decay) * sent[i];
        }
      }
    }
    Arrays.fill(x, 0);
    addFeedback(x, d);
    KERNELS.scale(x, 1 - decay);
  }

  /** {@code result += weights^T y}, or that of their averages. */
  private void addFeedback(double[] result, double[] y) {
    if (types.length == 0) {
      matrix.multiplyAdjoint(result, y);
      return;
    }
    Arrays.fill(typeSum, 0);
    for (int i = 0; i < units; i++) {
      typeSum[types[i]] += y[i];
    }
    for (int i = 0; i < units; i++) {
      for (int a = 0; a < typeSum.length; a++) {
        result[i] += average[a][types[i]] * typeSum[a];
      }
    }
  }

  @Override
  public void gradient(BlockTape64 tape, BlockAdjoint64 adjoint, int from, int to) {
    matrix.addGradient(adjoint.row[current], tape.row[activity], from, to);
  }
}
