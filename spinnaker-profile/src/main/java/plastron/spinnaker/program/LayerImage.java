package plastron.spinnaker.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plastron.export.image.ImageLayer;
import plastron.export.stage.QuantizedLayer;
import plastron.spinnaker.emulator.CurrentLifParameters;
import plastron.spinnaker.fixed.SpinnakerRegister;
import plastron.spinnaker.plasticity.KernelCoefficients;
import plastron.spinnaker.plasticity.KernelShifts;

/** A layer's program as the numbers and lines of a chip image. */
public final class LayerImage {

  private LayerImage() {}

  /**
   * Writes a layer.
   *
   * @param signals names of the signals that the host writes, by index
   */
  public static ImageLayer write(QuantizedLayer<SpinnakerProgram> layer, List<String> signals) {
    SpinnakerProgram program = layer.program();
    Map<SpinnakerRegister, Integer> registers = new HashMap<>();
    writeNeuron(program, registers);
    List<String> lines = new ArrayList<>();
    program.plastic().ifPresent(plastic -> writeRule(plastic, registers, lines));
    Map<String, Long> integers = new HashMap<>();
    registers.forEach((register, value) -> integers.put(register.key(), (long) value));
    SpinnakerProgram.Units units = program.units();
    return new ImageLayer(
        layer.name(),
        layer.from(),
        layer.to(),
        layer.inputs(),
        layer.size(),
        layer.rule(),
        lines,
        integers,
        Map.of(
            "weight_lsb", units.weight(),
            "voltage_lsb", units.voltage(),
            "current_lsb", units.current(),
            "trace_lsb", units.trace(),
            "rate_lsb", units.rate()),
        layer.arrays(),
        reset(program, signals));
  }

  private static List<String> reset(SpinnakerProgram program, List<String> signals) {
    List<String> reset = new ArrayList<>(List.of("v", "i_exc", "i_inh", "refract", "ring"));
    program
        .plastic()
        .ifPresent(
            plastic -> {
              reset.addAll(List.of("rates", "E", "phi", "theta", "M"));
              if (plastic.signal() >= 0) {
                reset.add("signal %s, host-written".formatted(signals.get(plastic.signal())));
              }
            });
    return reset;
  }

  private static void writeNeuron(
      SpinnakerProgram program, Map<SpinnakerRegister, Integer> registers) {
    CurrentLifParameters neuron = program.neuron();
    registers.put(SpinnakerRegister.RING_SHIFT, program.ringShift());
    registers.put(SpinnakerRegister.SPIKES_PER_STEP, program.spikesPerStep());
    registers.put(SpinnakerRegister.C_M, neuron.cM());
    registers.put(SpinnakerRegister.TAU_M, neuron.tauM());
    registers.put(SpinnakerRegister.I_OFFSET, neuron.iOffset());
    registers.put(SpinnakerRegister.T_REFRACT, neuron.tRefract());
    registers.put(SpinnakerRegister.TIME_STEP, neuron.timeStep());
    registers.put(SpinnakerRegister.V_THRESH, neuron.vThresh());
    registers.put(SpinnakerRegister.TAU_SYN, neuron.tauSynExc());
  }

  private static void writeRule(
      SpinnakerProgram.Plastic plastic,
      Map<SpinnakerRegister, Integer> registers,
      List<String> lines) {
    lines.add("post " + plastic.kernel().post());
    lines.add("pre " + plastic.kernel().pre());
    lines.add("prediction " + plastic.kernel().prediction());
    lines.add("decay " + plastic.kernel().decay());
    lines.add("rates " + (plastic.rates().traced() ? "TRACED" : "COUNTED"));
    KernelCoefficients k = plastic.coefficients();
    registers.put(SpinnakerRegister.ETA, k.eta());
    registers.put(SpinnakerRegister.GAIN, k.gain());
    registers.put(SpinnakerRegister.ETA_PHI, k.etaPhi());
    registers.put(SpinnakerRegister.ETA_THETA, k.etaTheta());
    registers.put(SpinnakerRegister.RATE_UNIT, plastic.rates().unit());
    registers.put(SpinnakerRegister.RATE_SHIFT, plastic.rates().shift());
    registers.put(SpinnakerRegister.TRACE_DECAY, plastic.rates().decay());
    registers.put(SpinnakerRegister.TRACE_IMPULSE, plastic.rates().impulse());
    registers.put(SpinnakerRegister.E_LOW, plastic.low());
    registers.put(SpinnakerRegister.E_HIGH, plastic.high());
    registers.put(SpinnakerRegister.E_BOUNDS_OWN, plastic.ownBounds() ? 1 : 0);
    registers.put(SpinnakerRegister.MODULATOR, plastic.modulator());
    if (plastic.signal() >= 0) {
      registers.put(SpinnakerRegister.SIGNAL, plastic.signal());
      registers.put(SpinnakerRegister.SIGNAL_EXPONENT, plastic.signalExponent());
    }
    KernelShifts s = plastic.shifts();
    registers.put(SpinnakerRegister.SHIFT_MODULATOR, s.modulator());
    registers.put(SpinnakerRegister.SHIFT_POST, s.postFactor());
    registers.put(SpinnakerRegister.SHIFT_PREDICTION, s.prediction());
    registers.put(SpinnakerRegister.SHIFT_PRE, s.preFactor());
    registers.put(SpinnakerRegister.SHIFT_GAIN, s.gain());
    registers.put(SpinnakerRegister.SHIFT_PREDICTED, s.predicted());
    registers.put(SpinnakerRegister.SHIFT_LOSS, s.loss());
    registers.put(SpinnakerRegister.SHIFT_OWN, s.own());
    registers.put(SpinnakerRegister.SHIFT_GOAL, s.goal());
    registers.put(SpinnakerRegister.SHIFT_PHI, s.phi());
    registers.put(SpinnakerRegister.SHIFT_THETA, s.theta());
    registers.put(SpinnakerRegister.SHIFT_WEIGHT, s.weight());
  }
}
