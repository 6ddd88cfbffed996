package plastron.export.pipeline;

import java.util.List;
import plastron.core.network.Neuron;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.profile.HardwareForm;
import plastron.export.profile.KernelForm;
import plastron.export.profile.NeuronForm;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.layered.LayerSynapses;
import plastron.plasticity.layered.PlasticLayer;

/**
 * The part of {@link ValidateModel} that looks at one layer.
 *
 * @param chip name of the profile, for ways out
 * @param prefix of diagnostic codes
 * @param form what the chip runs
 * @param diagnostics collects what is found
 */
record LayerForm(String chip, String prefix, HardwareForm form, Diagnostics diagnostics) {

  /** The layer in the chip's form; the layer itself where something was refused. */
  PlasticLayer apply(PlasticLayer layer) {
    checkNeuron(layer);
    checkKernel(layer);
    checkAlpha(layer);
    checkRecurrent(layer);
    warnOfExternals(layer);
    int latency = latency(layer);
    if (layer.rule().isPlastic() && layer.delivery() != form.delivery()) {
      lossy(
          "DELIVERY",
          layer,
          "a spike takes the weight of its arrival here (%s), the model was trained with %s: the two differ for a few kernel time constants after every update."
              .formatted(NetworkWording.of(form.delivery()), NetworkWording.of(layer.delivery())));
    }
    LayerSynapses feedforward =
        new LayerSynapses(
            layer.kernel(),
            form.delivery(),
            latency,
            layer.family(),
            layer.options(),
            layer.parameters());
    return new PlasticLayer(
        layer.name(), layer.size(), layer.neuron(), feedforward, layer.recurrent());
  }

  private void checkNeuron(PlasticLayer layer) {
    NeuronForm neuron = NeuronForm.of(layer.neuron());
    if (!form.neurons().contains(neuron)) {
      String code = neuron == NeuronForm.SRM ? "SRM" : "RESET";
      refuse(
          code,
          layer,
          "neurons are %s (%s), the chip runs %s."
              .formatted(
                  NetworkWording.of(neuron),
                  NetworkWording.of(layer.neuron()),
                  NetworkWording.of(form.neurons())));
    } else if (layer.neuron() instanceof Neuron.Lif lif
        && (lif.refractorySteps() < form.minRefractorySteps()
            || lif.refractorySteps() > form.maxRefractorySteps())) {
      refuse(
          "REFRACTORY",
          layer,
          "refractory steps (%d) must be %d to %d."
              .formatted(
                  lif.refractorySteps(), form.minRefractorySteps(), form.maxRefractorySteps()));
    }
  }

  private void checkKernel(PlasticLayer layer) {
    KernelForm kernel = KernelForm.of(layer.kernel());
    if (!form.kernels().contains(kernel)) {
      String code = kernel == KernelForm.ALPHA || kernel == KernelForm.FINITE ? "SRM" : "KERNEL";
      refuse(
          code,
          layer,
          "the response kernel (%s) must be %s."
              .formatted(NetworkWording.of(layer.kernel()), NetworkWording.of(form.kernels())));
    }
  }

  /** Looks at all parameters that a state is multiplied with in the effective weight. */
  private void checkAlpha(PlasticLayer layer) {
    RuleDerivation.of(layer.rule()).weight().terms().stream()
        .map(Term::factors)
        .filter(factors -> factors.stream().anyMatch(f -> f.role() == Role.STATE))
        .flatMap(List::stream)
        .filter(f -> f.role() == Role.PARAMETER && !form.alphaAxes().contains(f.axis()))
        .forEach(
            alpha ->
                refuse(
                    "ALPHA-AXIS",
                    layer,
                    "%s has one value a %s, the chip stores one a %s."
                        .formatted(
                            alpha,
                            NetworkWording.of(alpha.axis()),
                            NetworkWording.of(form.alphaAxes()))));
  }

  private void checkRecurrent(PlasticLayer layer) {
    layer
        .recurrent()
        .ifPresent(
            recurrent ->
                diagnostics.refuse(
                    prefix + "-RECURRENT",
                    "layer " + layer.name(),
                    "recurrent synapses (rule %s) must be absent: the compiler takes layers that receive from the layer before them only."
                        .formatted(recurrent.rule().name()),
                    "Maybe train with --set model.recurrent=none."));
  }

  private void warnOfExternals(PlasticLayer layer) {
    for (Symbol external : layer.rule().symbols(Role.EXTERNAL)) {
      diagnostics.warn(
          prefix + "-EXTERNAL",
          subject(layer),
          "%s comes from outside; ranges are calibrated as if it were at most 1 in magnitude."
              .formatted(external),
          "");
    }
  }

  private int latency(PlasticLayer layer) {
    if (layer.latency() > form.latency()) {
      refuse(
          "LATENCY",
          layer,
          "latency (%d steps) must be at most %d.".formatted(layer.latency(), form.latency()));
    } else if (layer.latency() < form.latency()) {
      lossy(
          "LATENCY",
          layer,
          "spikes take effect after %d steps here, the model was trained with %d: everything behind this layer comes %d later."
              .formatted(form.latency(), layer.latency(), form.latency() - layer.latency()));
    }
    return form.latency();
  }

  private void refuse(String code, PlasticLayer layer, String message) {
    diagnostics.refuse(prefix + "-" + code, subject(layer), message, wayOut());
  }

  private void lossy(String code, PlasticLayer layer, String message) {
    diagnostics.lossy(prefix + "-" + code, subject(layer), message, wayOut());
  }

  private String wayOut() {
    return "Maybe train with --hardware %s.".formatted(chip);
  }

  private static String subject(PlasticLayer layer) {
    return "layer %s, rule %s".formatted(layer.name(), layer.rule().name());
  }
}
