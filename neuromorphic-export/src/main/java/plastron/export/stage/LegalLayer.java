package plastron.export.stage;

/**
 * A layer whose rule the chip can run.
 *
 * @param source the layer
 * @param rule what the rule becomes on the chip, its coefficients still real numbers
 * @param <R> the profile's type for that
 */
public record LegalLayer<R>(ValidLayer source, R rule) {}
