/**
 * Ranges that quantities take on example inputs. The way in is {@link
 * plastron.export.calibration.Calibration}.
 */
@NullMarked
package plastron.export.calibration;

import org.jspecify.annotations.NullMarked;
