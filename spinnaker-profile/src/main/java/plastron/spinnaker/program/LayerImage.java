package plastron.spinnaker.program;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plastron.export.image.ImageLayer;
import plastron.export.stage.QuantizedLayer;
import plastron.spinnaker.emulator.LifParameters;
import plastron.spinnaker.fixed.Register;
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
  public static ImageLayer write(QuantizedLayer<LayerProgram> layer, List<String> signals) {
    LayerProgram program = layer.program();
    Map<Register, Integer> registers = new HashMap<>();
    writeNeuron(program, registers);
    List<String> lines = new ArrayList<>();
    program.plastic().ifPresent(plastic -> writeRule(plastic, registers, lines));
    Map<String, Long> integers = new HashMap<>();
    registers.forEach((register, value) -> integers.put(register.key(), (long) value));
    LayerProgram.Units units = program.units();
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

  private static List<String> reset(LayerProgram program, List<String> signals) {
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

  private static void writeNeuron(LayerProgram program, Map<Register, Integer> registers) {
    LifParameters neuron = program.neuron();
    registers.put(Register.RING_SHIFT, program.ringShift());
    registers.put(Register.SPIKES_PER_STEP, program.spikesPerStep());
    registers.put(Register.C_M, neuron.cM());
    registers.put(Register.TAU_M, neuron.tauM());
    registers.put(Register.I_OFFSET, neuron.iOffset());
    registers.put(Register.T_REFRACT, neuron.tRefract());
    registers.put(Register.TIME_STEP, neuron.timeStep());
    registers.put(Register.V_THRESH, neuron.vThresh());
    registers.put(Register.TAU_SYN, neuron.tauSynExc());
  }

  private static void writeRule(
      LayerProgram.Plastic plastic, Map<Register, Integer> registers, List<String> lines) {
    lines.add("post " + plastic.kernel().post());
    lines.add("pre " + plastic.kernel().pre());
    lines.add("prediction " + plastic.kernel().prediction());
    lines.add("decay " + plastic.kernel().decay());
    lines.add("rates " + (plastic.rates().traced() ? "TRACED" : "COUNTED"));
    KernelCoefficients k = plastic.coefficients();
    registers.put(Register.ETA, k.eta());
    registers.put(Register.GAIN, k.gain());
    registers.put(Register.ETA_PHI, k.etaPhi());
    registers.put(Register.ETA_THETA, k.etaTheta());
    registers.put(Register.RATE_UNIT, plastic.rates().unit());
    registers.put(Register.RATE_SHIFT, plastic.rates().shift());
    registers.put(Register.TRACE_DECAY, plastic.rates().decay());
    registers.put(Register.TRACE_IMPULSE, plastic.rates().impulse());
    registers.put(Register.E_LOW, plastic.low());
    registers.put(Register.E_HIGH, plastic.high());
    registers.put(Register.E_BOUNDS_OWN, plastic.ownBounds() ? 1 : 0);
    registers.put(Register.MODULATOR, plastic.modulator());
    if (plastic.signal() >= 0) {
      registers.put(Register.SIGNAL, plastic.signal());
      registers.put(Register.SIGNAL_EXPONENT, plastic.signalExponent());
    }
    KernelShifts s = plastic.shifts();
    registers.put(Register.SHIFT_MODULATOR, s.modulator());
    registers.put(Register.SHIFT_POST, s.postFactor());
    registers.put(Register.SHIFT_PREDICTION, s.prediction());
    registers.put(Register.SHIFT_PRE, s.preFactor());
    registers.put(Register.SHIFT_GAIN, s.gain());
    registers.put(Register.SHIFT_PREDICTED, s.predicted());
    registers.put(Register.SHIFT_LOSS, s.loss());
    registers.put(Register.SHIFT_OWN, s.own());
    registers.put(Register.SHIFT_GOAL, s.goal());
    registers.put(Register.SHIFT_PHI, s.phi());
    registers.put(Register.SHIFT_THETA, s.theta());
    registers.put(Register.SHIFT_WEIGHT, s.weight());
  }
}
