package plastron.export.pipeline;

import plastron.core.network.DelayPlace;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.profile.HardwareForm;
import plastron.export.profile.KernelForm;
import plastron.export.profile.NeuronForm;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.model.PlasticProjection;

/**
 * The part of {@link ValidateModel} that looks at one projection and the neurons it leads to.
 *
 * @param name what diagnostics call the layer
 * @param chip name of the profile, for ways out
 * @param prefix of diagnostic codes
 * @param form what the chip runs
 * @param diagnostics collects what is found
 */
record LayerForm(
    String name, String chip, String prefix, HardwareForm form, Diagnostics diagnostics) {

  /**
   * The projection in the chip's form; something of little use where something was refused.
   *
   * @param inside whether it lies in a cycle, where a spike acts a step later than its latency
   */
  PlasticProjection apply(PlasticProjection projection, Population population, boolean inside) {
    checkNeuron(projection, population.neuron());
    checkKernel(projection);
    checkAlpha(projection);
    checkModulators(projection);
    int latency = latency(projection, inside ? 1 : 0);
    if (projection.rule().isPlastic()) {
      checkWeights(projection);
    }
    return new PlasticProjection(
        projection.name(),
        projection.from(),
        projection.to(),
        projection.connectivity(),
        projection.kernel(),
        form.delivery(),
        DelayPlace.DENDRITE,
        latency,
        projection.rule(),
        projection.sources(),
        projection.parameters());
  }

  /** Which weight a spike takes. */
  private void checkWeights(PlasticProjection projection) {
    if (projection.delivery() != form.delivery()) {
      lossy(
          "-DELIVERY",
          projection,
          "a spike takes the weight of its arrival here (%s), the model was trained with %s: the two differ for a few kernel time constants after every update."
              .formatted(
                  NetworkWording.of(form.delivery()), NetworkWording.of(projection.delivery())));
    }
    if (projection.place() == DelayPlace.AXON && projection.latency() > 0) {
      lossy(
          "-DELAY-PLACE",
          projection,
          "a spike takes the weight of its own step here, the model was trained with that of the step in which it arrives (%d later): the two differ for as many steps after every update."
              .formatted(projection.latency()));
    }
  }

  private void checkNeuron(PlasticProjection projection, Neuron neuron) {
    NeuronForm neurons = NeuronForm.of(neuron);
    if (!form.neurons().contains(neurons)) {
      String code =
          switch (neurons) {
            case SRM -> "-SRM";
            case LEAKY_INTEGRATOR -> "-READOUT";
            case ADAPTIVE_LIF -> "-ADAPTIVE";
            default -> "-RESET";
          };
      refuse(
          code,
          projection,
          "neurons are %s (%s), the chip runs %s."
              .formatted(
                  NetworkWording.of(neurons),
                  NetworkWording.of(neuron),
                  NetworkWording.of(form.neurons())));
    } else if (neuron instanceof Neuron.Lif lif) {
      checkLif(projection, lif);
    }
  }

  private void checkLif(PlasticProjection projection, Neuron.Lif lif) {
    if (lif.refractorySteps() < form.minRefractorySteps()
        || lif.refractorySteps() > form.maxRefractorySteps()) {
      refuse(
          "-REFRACTORY",
          projection,
          "refractory steps (%d) must be %d to %d."
              .formatted(
                  lif.refractorySteps(), form.minRefractorySteps(), form.maxRefractorySteps()));
    }
    if (!lif.theta().isUniform() || !lif.decay().isUniform() || !lif.bias().isUniform()) {
      refuse(
          "-PER-NEURON",
          projection,
          "neurons differ (threshold %s, decay %s, bias %s), the compiler takes populations of equal ones."
              .formatted(lif.theta(), lif.decay(), lif.bias()));
    }
  }

  private void checkKernel(PlasticProjection projection) {
    KernelForm kernel = KernelForm.of(projection.kernel());
    if (!form.kernels().contains(kernel)) {
      String code = kernel == KernelForm.ALPHA || kernel == KernelForm.FINITE ? "-SRM" : "-KERNEL";
      refuse(
          code,
          projection,
          "the response kernel (%s) must be %s."
              .formatted(
                  NetworkWording.of(projection.kernel()), NetworkWording.of(form.kernels())));
    }
  }

  /** Looks at all parameters that a state is multiplied with in the effective weight. */
  private void checkAlpha(PlasticProjection projection) {
    RuleDerivation.of(projection.rule()).weight().terms().stream()
        .map(Term::factors)
        .filter(factors -> factors.stream().anyMatch(f -> f.role() == Role.STATE))
        .flatMap(factors -> factors.stream())
        .filter(f -> f.role() == Role.PARAMETER && !form.alphaAxes().contains(f.axis()))
        .forEach(
            alpha ->
                refuse(
                    "-ALPHA-AXIS",
                    projection,
                    "%s has one value a %s, the chip stores one a %s."
                        .formatted(
                            alpha,
                            NetworkWording.of(alpha.axis()),
                            NetworkWording.of(form.alphaAxes()))));
  }

  private void checkModulators(PlasticProjection projection) {
    long modulators =
        projection.rule().symbols(Role.ACTIVITY).stream()
            .filter(a -> a.axis() == Axis.MODULATOR)
            .map(a -> projection.sources().get(a.name()))
            .distinct()
            .count();
    if (modulators > 1) {
      refuse(
          "-MODULATORS",
          projection,
          "the rule reads the rates of %d modulating populations, the compiler takes one."
              .formatted(modulators));
    }
  }

  private int latency(PlasticProjection projection, int inside) {
    int delay = projection.latency() + inside;
    if (delay > form.latency()) {
      refuse(
          "-LATENCY",
          projection,
          "latency (%d steps) must be at most %d."
              .formatted(projection.latency(), form.latency() - inside));
    } else if (delay < form.latency()) {
      lossy(
          "-LATENCY",
          projection,
          "spikes take effect after %d steps here, the model was trained with %d: everything behind this layer comes %d later."
              .formatted(form.latency(), delay, form.latency() - delay));
    }
    return form.latency() - inside;
  }

  private void refuse(String code, PlasticProjection projection, String message) {
    diagnostics.refuse(prefix + code, subject(projection), message, wayOut());
  }

  private void lossy(String code, PlasticProjection projection, String message) {
    diagnostics.lossy(prefix + code, subject(projection), message, wayOut());
  }

  private String wayOut() {
    return "Maybe train with --hardware %s.".formatted(chip);
  }

  private String subject(PlasticProjection projection) {
    return "layer %s, rule %s".formatted(name, projection.rule().name());
  }
}
