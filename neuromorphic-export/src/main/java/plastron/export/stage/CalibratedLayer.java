package plastron.export.stage;

import plastron.export.calibration.LayerRanges;
import plastron.export.calibration.PopulationRanges;

/**
 * A layer whose quantities' ranges are known.
 *
 * @param source the layer
 * @param rule what its rule becomes
 * @param pre how the presynaptic population fires
 * @param post how its own neurons fire
 * @param ranges of all quantities of the layer
 * @param <R> the profile's type for a rule on the chip
 */
public record CalibratedLayer<R>(
    ValidLayer source, R rule, PopulationRanges pre, PopulationRanges post, LayerRanges ranges) {}
