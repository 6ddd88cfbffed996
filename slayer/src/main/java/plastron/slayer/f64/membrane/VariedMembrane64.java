package plastron.slayer.f64.membrane;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import plastron.core.network.Values;
import plastron.plasticity.model.Learned;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.SweepOptions;

/**
 * Neurons with numbers of their own, some of them perhaps learned, and with thresholds that may be
 * driven. Everything is by neuron, though all may have the same.
 */
public abstract sealed class VariedMembrane64 extends Membrane64
    permits VariedSrmMembrane64, VariedLifMembrane64, IntegratorMembrane64 {

  /** Rows of numbers, their adjoints, and what thresholds are lowered by. */
  static final int VARIED_ROWS = 8;

  final SurrogateRow64 surrogate;
  final boolean throughReset;

  /** How much lower each threshold is at present. */
  final double[] lowered;

  private final double[] loweredAdjoint;

  /** The first row of state at the start of the window that is gone through backwards. */
  double[] start = new double[0];

  /** Where the potentials of that window begin. */
  int firstRow;

  /** The number of each neuron, and the sum of its adjoints. */
  static final class Numbers {
    final double[] value;
    final double[] adjoint;

    Numbers(Values values, int n) {
      value = new double[n];
      for (int i = 0; i < n; i++) {
        value[i] = (double) values.at(i);
      }
      adjoint = new double[n];
    }
  }

  VariedMembrane64(int n, SweepOptions options) {
    surrogate = SurrogateRow64.of(options.surrogate());
    throughReset = options.throughReset();
    lowered = new double[n];
    loweredAdjoint = new double[n];
  }

  /** The numbers of a kind; null if such neurons have none. */
  abstract @Nullable Numbers numbers(Learned.Value value);

  private Numbers learned(ParameterLayout.NeuronSlot slot) {
    Numbers numbers = numbers(slot.learned().value());
    if (numbers == null) {
      throw new IllegalArgumentException(
          "Learned value (%s) is not one that such neurons have."
              .formatted(slot.learned().value().label()));
    }
    return numbers;
  }

  /** Takes over learned numbers: one for all, or one by one. */
  public void load(ParameterLayout.NeuronSlot slot, FlatVector parameters) {
    double[] value = learned(slot).value;
    for (int i = 0; i < value.length; i++) {
      value[i] = (double) parameters.get(slot.offset() + (slot.count() == 1 ? 0 : i));
    }
  }

  /** Puts adjoints of learned numbers into {@code gradient}. */
  public void drain(ParameterLayout.NeuronSlot slot, FlatVector gradient) {
    double[] adjoint = learned(slot).adjoint;
    if (slot.count() == 1) {
      double sum = 0;
      for (double a : adjoint) {
        sum += a;
      }
      gradient.set(slot.offset(), sum);
    } else {
      gradient.set(slot.offset(), adjoint);
    }
  }

  /** Forgets the adjoints of learned numbers. */
  public void clearGradient() {
    for (Learned.Value value : Learned.Value.values()) {
      Numbers numbers = numbers(value);
      if (numbers != null) {
        Arrays.fill(numbers.adjoint, 0);
      }
    }
  }

  @Override
  public void lower(double[] by) {
    System.arraycopy(by, 0, lowered, 0, by.length);
  }

  @Override
  public double[] loweredAdjoint() {
    return loweredAdjoint;
  }

  @Override
  public void beginAdjoint(double[][] startState, double[][] u, int first, int steps) {
    Arrays.fill(loweredAdjoint, 0);
    start = startState[0];
    firstRow = first;
  }
}
