package plastron.export.operation;

/** Operations that publications give an energy for. */
public enum PricedOperation {
  /** A spike at one synapse. */
  SYNAPTIC("synaptic operation"),
  /** A neuron in one step. */
  NEURON_UPDATE("update of a neuron");

  private final String title;

  PricedOperation(String title) {
    this.title = title;
  }

  /** For people. */
  public String title() {
    return title;
  }
}
