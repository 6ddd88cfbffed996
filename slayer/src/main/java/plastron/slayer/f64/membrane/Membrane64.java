package plastron.slayer.f64.membrane;

import java.util.List;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.Learned;
import plastron.slayer.sweep.SweepOptions;

/**
 * How currents become spikes, for a whole population and the steps of a window, and the reverse.
 * Neurons that are all the same and stay as they are have loops of their own.
 */
public abstract sealed class Membrane64 permits SrmMembrane64, LifMembrane64, VariedMembrane64 {

  /**
   * The membrane of {@code n} neurons of a population.
   *
   * @param learned what training may change
   * @param lowered whether anything drives the thresholds
   */
  public static Membrane64 of(
      Population population, List<Learned> learned, boolean lowered, int n, SweepOptions options) {
    boolean fixed =
        !lowered && learned.stream().noneMatch(l -> l.population().equals(population.name()));
    return switch (population.neuron()) {
      case Neuron.Srm srm ->
          fixed && isUniform(srm)
              ? new SrmMembrane64(srm, n, options)
              : new VariedSrmMembrane64(srm, n, options);
      case Neuron.Lif lif ->
          fixed && isUniform(lif)
              ? new LifMembrane64(lif, options)
              : new VariedLifMembrane64(lif, n, options);
      case Neuron.AdaptiveLif alif -> new AdaptiveLifMembrane64(alif, n, options);
      case Neuron.LeakyIntegrator li -> new IntegratorMembrane64(li, n, options);
      case Neuron.SpikeSource source ->
          throw new IllegalArgumentException("A spike source has no membrane.");
    };
  }

  private static boolean isUniform(Neuron.Srm srm) {
    return srm.theta().isUniform()
        && srm.refractory().common().isPresent()
        && srm.bias().isUniform()
        && srm.bias().uniform() == 0;
  }

  private static boolean isUniform(Neuron.Lif lif) {
    return lif.theta().isUniform() && lif.decay().isUniform() && lif.bias().isUniform();
  }

  /** How many rows of state have to be kept of the start of every window for the way back. */
  public int startStates() {
    return 0;
  }

  /** How many rows of one number a neuron it keeps for itself, in windows of so many steps. */
  public int ownRows(int window) {
    return 0;
  }

  /** From now on the threshold of each neuron is lower by so much. */
  public void lower(double[] by) {
    throw new IllegalStateException("Thresholds that are all the same cannot be driven.");
  }

  /** Adjoints of what {@link #lower} was given, of the steps since {@link #beginAdjoint}. */
  public double[] loweredAdjoint() {
    throw new IllegalStateException("Thresholds that are all the same cannot be driven.");
  }

  /**
   * Begins the reverse of a window.
   *
   * @param start state at its start, {@link #startStates} rows
   * @param u as {@link #forward} left it, from row {@code first} on
   */
  public void beginAdjoint(double[][] start, double[][] u, int first, int steps) {}

  /** How many rows of state, of one number per neuron, there are. */
  public abstract int stateCount();

  /**
   * The steps of a window.
   *
   * @param state {@code [stateCount][n]}, modified
   * @param current what arrives, {@code [step][n]}, not modified
   * @param u overwritten, rows {@code first} and on, with the potentials before any reset, negative
   *     infinity where a neuron is held
   * @param spikes receives the spikes of steps {@code from} and on
   */
  public abstract void forward(
      double[][] state,
      double[][] current,
      double[][] u,
      int first,
      SpikeRaster spikes,
      int from,
      int steps);

  /**
   * The reverse of {@link #forward}.
   *
   * @param stateAdjoint {@code [stateCount][n]}, modified
   * @param u as {@link #forward} left it, not modified
   * @param adjoint {@code [step][n]}: adjoints of the spikes, overwritten with those of the
   *     currents
   */
  public abstract void backward(
      double[][] stateAdjoint, double[][] u, int first, double[][] adjoint, int steps);
}
