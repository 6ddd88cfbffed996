package plastron.export.why.cause;

/** What a chip does to numbers that its model leaves as they are. */
public enum ChipOperation {
  /** Fixed weights have a few bits. */
  WEIGHT("rounding of weights", "fixed weights as the image has them"),
  /** Decays, threshold, bias and resistance of neurons have a few bits. */
  MEMBRANE(
      "rounding of neuron parameters", "decays, threshold, bias and gain as the image has them"),
  /** Currents and potentials are kept in registers. */
  POTENTIAL("rounding of current and potential", "both rounded in every step"),
  /** Spike traces, from which rules read rates, are kept in registers. */
  TRACE("rounding of traces", "decay, impulse and steps of spike traces"),
  /** Learning rates and parameters of rules have a few bits. */
  COEFFICIENT("rounding of coefficients", "mantissas and parameters of the rule"),
  /** Numbers are scaled by powers of two. */
  SHIFT("shift", "exponents of weights and products"),
  /** Registers end. */
  SATURATION("saturation", "ends of the registers of the rule"),
  /** Products and sums of rules drop what lies below their last bit. */
  FLOOR("floor of products", "products and sums of the rule, rounded as the chip does"),
  /** Spikes arrive later. */
  LATENCY("latency", "steps until spikes, or what they carry, arrive"),
  /** Rules run at other times, or see spikes only as epochs tell them. */
  EPOCH("missed epoch", "update interval, and the steps that a trace tells apart"),
  /** The chip's neurons, kernels, rates and rule are others than the model's. */
  FORM("network form", "the chip's form of network and rule, in real numbers");

  private final String title;
  private final String meaning;

  ChipOperation(String title, String meaning) {
    this.title = title;
    this.meaning = meaning;
  }

  /** In a few words. */
  public String title() {
    return title;
  }

  /** What is taken from the image where this is made integer. */
  public String meaning() {
    return meaning;
  }
}
