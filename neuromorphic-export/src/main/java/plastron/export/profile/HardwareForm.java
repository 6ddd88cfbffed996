package plastron.export.profile;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.RateEstimator;

/**
 * The network form a chip runs natively. A model trained in this form loses only precision when it
 * is exported; {@code plastron train --hardware NAME} trains in it.
 *
 * @param neurons kinds of neurons; the first is what a trainer should use
 * @param minRefractorySteps fewest steps that a potential is held after the step of a spike
 * @param maxRefractorySteps most such steps
 * @param kernels response kernels; the first is what a trainer should use
 * @param delivery which weight a spike is multiplied by
 * @param latency steps between a spike and its first effect
 * @param rates how rates may be made from spikes; the first is what a trainer should use
 * @param alphaAxes axes the plasticity coefficient may have, in their own order
 * @param intervals update intervals the chip can keep
 * @param learningRates what a rate of learning, a global number from 0 to 1, may be without
 *     rounding to nothing or to everything
 * @param notes what else a trainer should know, one sentence each
 */
public record HardwareForm(
    List<NeuronForm> neurons,
    int minRefractorySteps,
    int maxRefractorySteps,
    List<KernelForm> kernels,
    Delivery delivery,
    int latency,
    List<RateForm> rates,
    Set<Axis> alphaAxes,
    UpdateIntervals intervals,
    Bounds learningRates,
    List<String> notes) {

  public HardwareForm {
    neurons = List.copyOf(neurons);
    kernels = List.copyOf(kernels);
    rates = List.copyOf(rates);
    alphaAxes = Collections.unmodifiableSet(new TreeSet<>(alphaAxes));
    notes = List.copyOf(notes);
  }

  /** The form of a chip that makes rates in one way only. */
  public HardwareForm(
      List<NeuronForm> neurons,
      int minRefractorySteps,
      int maxRefractorySteps,
      List<KernelForm> kernels,
      Delivery delivery,
      int latency,
      RateForm rates,
      Set<Axis> alphaAxes,
      UpdateIntervals intervals,
      Bounds learningRates,
      List<String> notes) {
    this(
        neurons,
        minRefractorySteps,
        maxRefractorySteps,
        kernels,
        delivery,
        latency,
        List.of(rates),
        alphaAxes,
        intervals,
        learningRates,
        notes);
  }

  /**
   * The neuron to train with.
   *
   * @param theta threshold, above 0
   * @param tauMembraneSteps membrane time constant in steps, above 0
   */
  public Neuron.Lif neuron(double theta, double tauMembraneSteps) {
    Neuron.Reset reset =
        neurons.getFirst() == NeuronForm.LIF_SUBTRACT_THRESHOLD
            ? Neuron.Reset.SUBTRACT_THRESHOLD
            : Neuron.Reset.HARD;
    return new Neuron.Lif(theta, Math.exp(-1 / tauMembraneSteps), 0, reset, minRefractorySteps);
  }

  /** The kernel to train with; {@code tauSynapseSteps} in steps, above 0. */
  public Kernel kernel(double tauSynapseSteps) {
    return kernels.contains(KernelForm.EXPONENTIAL)
        ? new Kernel.Exponential(tauSynapseSteps)
        : new Kernel.Delta();
  }

  /**
   * What a parameter may be in training, so that the chip runs the model afterwards: its own
   * bounds, for a rate of learning within {@link #learningRates}.
   */
  public Bounds bounds(Symbol parameter) {
    Bounds own = parameter.bounds();
    boolean isRate =
        parameter.axis() == Axis.GLOBAL
            && own.low() >= Bounds.UNIT.low()
            && own.high() <= Bounds.UNIT.high();
    return isRate ? new Bounds(learningRates.clip(own.low()), learningRates.clip(own.high())) : own;
  }

  /** The update interval to train with: the nearest one the chip can keep. */
  public int updateInterval(int wanted) {
    return intervals.nearest(wanted);
  }

  /** The rate estimator to train with, for an interval the chip can keep. */
  public RateEstimator rates(int updateInterval) {
    return rates.getFirst().estimator(updateInterval);
  }
}
