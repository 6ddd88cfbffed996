package plastron.tasks.circuit;

import java.util.Arrays;
import java.util.List;

/** The neuron models that files name, and the unit of the weights that each receives. */
enum CellKind {
  IAF_PSC_DELTA("iaf_psc_delta", "mV"),
  IAF_PSC_EXP("iaf_psc_exp", "pA"),
  IAF_PSC_ALPHA("iaf_psc_alpha", "pA"),
  IAF_COND_EXP("iaf_cond_exp", "nS"),
  SPIKE_GENERATOR("spike_generator", "");

  /** All units of weights. */
  static final List<String> UNITS = List.of("mV", "pA", "nS");

  private final String label;
  private final String unit;

  CellKind(String label, String unit) {
    this.label = label;
    this.unit = unit;
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
}
