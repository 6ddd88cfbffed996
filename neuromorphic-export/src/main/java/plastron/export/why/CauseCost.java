package plastron.export.why;

import plastron.export.why.cause.Cause;

/**
 * What an operation costs where it alone is made integer.
 *
 * @param cause whose cost this is
 * @param changed whether the image has it otherwise than the model compiles to
 * @param difference of the model in real numbers and the model with this operation
 */
public record CauseCost(Cause cause, boolean changed, Difference difference) {}
