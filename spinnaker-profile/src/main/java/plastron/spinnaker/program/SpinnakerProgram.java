package plastron.spinnaker.program;

import java.util.Optional;
import plastron.plasticity.expr.Axis;
import plastron.spinnaker.emulator.CurrentLifParameters;
import plastron.spinnaker.plasticity.KernelCoefficients;
import plastron.spinnaker.plasticity.KernelShifts;
import plastron.spinnaker.plasticity.PlasticKernel;

/**
 * What the cores of a layer execute, all integers, beside the weights.
 *
 * @param neuron parameters of every neuron
 * @param ringShift left shift of ring-buffer values, both receptors
 * @param plastic the learning part; empty for fixed weights
 * @param units what turns integers back into the model's units
 * @param spikesPerStep input spikes in a step, the most seen in the examples; for estimates of time
 * @param interval steps between updates
 */
public record SpinnakerProgram(
    CurrentLifParameters neuron,
    int ringShift,
    Optional<Plastic> plastic,
    Units units,
    int spikesPerStep,
    int interval) {

  /**
   * The learning part.
   *
   * @param kernel form of the update
   * @param coefficients learning rates
   * @param shifts binary points
   * @param low smallest E
   * @param high largest E
   * @param ownBounds whether these are the rule's own bounds on E, not the ends of 16 bits
   * @param rates how rates are made
   * @param modulator index of the modulating population, 0 for the input, -1 for none
   * @param modulators number of its neurons, 0 for none
   * @param modulating what the modulating population is to the layer: PRE, POST (the layer itself)
   *     or MODULATOR; empty for none
   * @param signal index of the signal that the host writes as M, -1 for none
   * @param signalExponent M is in units of two to this power, 0 for none
   */
  public record Plastic(
      PlasticKernel kernel,
      KernelCoefficients coefficients,
      KernelShifts shifts,
      int low,
      int high,
      boolean ownBounds,
      RateProgram rates,
      int modulator,
      int modulators,
      Optional<Axis> modulating,
      int signal,
      int signalExponent) {}

  /**
   * What an integer stands for.
   *
   * @param weight one LSB of W, effective weights and ring-buffer values
   * @param voltage one LSB of a voltage
   * @param current one LSB of a current
   * @param trace one LSB of E; 1 for fixed weights
   * @param rate one LSB of a rate; 1 for fixed weights
   */
  public record Units(double weight, double voltage, double current, double trace, double rate) {}
}
