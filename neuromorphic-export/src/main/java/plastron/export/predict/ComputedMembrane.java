package plastron.export.predict;

import plastron.plasticity.expr.Grid;

/**
 * The neurons of a population as a chip computes them, in the model's units: {@code i <-
 * currentDecay i + gain . arriving}, {@code v <- potentialDecay v + i + bias}; a spike where {@code
 * v >= threshold}, which sets v to 0.
 *
 * @param currentDecay factor per step on the current, in [0, 1]
 * @param potentialDecay factor per step on the potential, in [0, 1]
 * @param gain of what arrives; 1 in the model
 * @param threshold above 0
 * @param bias constant current
 * @param refractorySteps for how many steps after that of a spike the potential stays 0
 * @param current what the current is held on
 * @param potential what the potential is held on
 */
public record ComputedMembrane(
    double currentDecay,
    double potentialDecay,
    double gain,
    double threshold,
    double bias,
    int refractorySteps,
    Grid current,
    Grid potential) {}
