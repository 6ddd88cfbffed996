package plastron.export.toy;

/**
 * What the toy chip executes for a layer.
 *
 * @param family name of the rule
 * @param theta threshold in 2^-16
 * @param membraneDecay in 2^-16
 * @param currentDecay in 2^-16
 * @param interval steps per window
 */
public record ToyProgram(
    String family, int theta, int membraneDecay, int currentDecay, int interval) {}
