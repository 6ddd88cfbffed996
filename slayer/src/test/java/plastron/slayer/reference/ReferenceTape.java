package plastron.slayer.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plastron.core.network.Kernel;
import plastron.slayer.surrogate.Surrogate;

/**
 * Reverse-mode automatic differentiation of scalars: every operation is recorded, {@link #backward}
 * replays in reverse.
 */
final class ReferenceTape {

  private final List<Var> recorded = new ArrayList<>();

  Var constant(double value) {
    return new Var(value, new Var[0], new double[0]);
  }

  /** The same number, from which no gradient flows back. */
  Var detached(Var a) {
    return constant(a.value);
  }

  Var sum(Var... parts) {
    double value = 0;
    for (Var part : parts) {
      value += part.value;
    }
    double[] ones = new double[parts.length];
    Arrays.fill(ones, 1);
    return record(value, parts, ones);
  }

  Var sum(List<Var> parts) {
    return sum(parts.toArray(Var[]::new));
  }

  Var minus(Var a, Var b) {
    return record(a.value - b.value, new Var[] {a, b}, new double[] {1, -1});
  }

  Var times(double factor, Var a) {
    return record(factor * a.value, new Var[] {a}, new double[] {factor});
  }

  Var times(Var a, Var b) {
    return record(a.value * b.value, new Var[] {a, b}, new double[] {b.value, a.value});
  }

  Var times(Var a, Var b, Var c) {
    return times(times(a, b), c);
  }

  /** 1 at or above the threshold, else 0; the derivative is the surrogate's. */
  Var spike(Var u, double theta, Surrogate surrogate) {
    return record(
        u.value >= theta ? 1 : 0, new Var[] {u}, new double[] {surrogate.at(u.value - theta)});
  }

  /** Passes the gradient where the value lies within the limits. */
  Var clip(Var a, double limit) {
    boolean within = Math.abs(a.value) <= limit;
    return record(Math.clamp(a.value, -limit, limit), new Var[] {a}, new double[] {within ? 1 : 0});
  }

  /**
   * {@code sum over k >= first of kernel(k) history(t-k)}, {@code t} the last step of the history
   * plus {@code first}.
   */
  Var[] response(Kernel kernel, List<Var[]> history, int first) {
    int n = history.getLast().length;
    Var[] response = new Var[n];
    for (int i = 0; i < n; i++) {
      List<Var> parts = new ArrayList<>();
      for (int k = first; k < history.size() + first; k++) {
        parts.add(times(kernel.at(k), history.get(history.size() - 1 + first - k)[i]));
      }
      response[i] = sum(parts);
    }
    return response;
  }

  /** Makes constants of all numbers of a history. */
  void detach(List<Var[]> history) {
    history.replaceAll(row -> Arrays.stream(row).map(this::detached).toArray(Var[]::new));
  }

  /** Propagates the adjoints that were put on some numbers to all numbers that those depend on. */
  void backward() {
    for (int k = recorded.size() - 1; k >= 0; k--) {
      recorded.get(k).passOn();
    }
  }

  private Var record(double value, Var[] parts, double[] slopes) {
    Var result = new Var(value, parts, slopes);
    recorded.add(result);
    return result;
  }
}
