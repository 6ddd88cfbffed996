package plastron.plasticity.rate.program;

/**
 * A quantity that goes on from step to step.
 *
 * @param name unique in its block
 * @param before its value as a step finds it
 * @param after its value as the step leaves it
 */
public record StateVariable(String name, Quantity before, Quantity after) {}
