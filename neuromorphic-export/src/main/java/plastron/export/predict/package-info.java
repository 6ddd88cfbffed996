/**
 * The error of a chip's learning, stated before anything is emulated: the profile reads its own
 * program back as a rule in real numbers with the grids that numbers are rounded to, and that rule
 * runs beside the model's on the spikes of the calibration. The way in is {@link
 * plastron.export.predict.ErrorPrediction}.
 */
@NullMarked
package plastron.export.predict;

import org.jspecify.annotations.NullMarked;
