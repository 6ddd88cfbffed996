package plastron.plasticity.rate.program;

/**
 * An input of a block.
 *
 * @param name unique in its block
 * @param quantity a row that the outside gives in every step
 */
public record Port(String name, Quantity quantity) {}
