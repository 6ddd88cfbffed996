package plastron.tasks.circuit;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import plastron.core.cell.NeuronModel;

/** The neuron models that files name, and the unit of the weights that each receives. */
enum CellKind {
  IAF_PSC_DELTA("iaf_psc_delta", "mV", ModelNumbers::iafDelta),
  IAF_PSC_EXP("iaf_psc_exp", "pA", ModelNumbers::iafExp),
  IAF_PSC_ALPHA("iaf_psc_alpha", "pA", ModelNumbers::iafAlpha),
  IAF_COND_EXP("iaf_cond_exp", "nS", ModelNumbers::iafCondExp),
  AEIF_COND_EXP("aeif_cond_exp", "nS", ModelNumbers::aeifCondExp),
  IZHIKEVICH("izhikevich", "mV", ModelNumbers::izhikevich),
  SPIKE_GENERATOR("spike_generator", "", ModelNumbers::spikeGenerator),
  POISSON("poisson", "", ModelNumbers::poisson);

  /** All units of weights. */
  static final List<String> UNITS = List.of("mV", "pA", "nS");

  private final String label;
  private final String unit;
  private final Function<ModelNumbers, NeuronModel> model;

  CellKind(String label, String unit, Function<ModelNumbers, NeuronModel> model) {
    this.label = label;
    this.unit = unit;
    this.model = model;
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(kind -> kind.label).toList();
  }

  static CellKind labelled(String label) {
    return Arrays.stream(values())
        .filter(kind -> kind.label.equals(label))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("Model (%s) is not known.".formatted(label)));
  }

  /** As NEST calls it. */
  String label() {
    return label;
  }

  /** Unit of the weights that it receives; empty if it receives nothing. */
  String unit() {
    return unit;
  }

  /** A model with the numbers of a population. */
  NeuronModel model(ModelNumbers numbers) {
    return model.apply(numbers);
  }
}
