/**
 * The chip profile {@code spinnaker1}. The way in is {@link
 * plastron.spinnaker.profile.SpinnakerProfile}. Codes of its diagnostics, beside those of the
 * compiler (LATENCY, DELIVERY, RESET, SRM, KERNEL, REFRACTORY, ALPHA-AXIS, RATES, DT-ROUND,
 * ROUNDED, SATURATED, CORE-...), all with the letter S:
 *
 * <ul>
 *   <li>refused: TERM, STATE, EXTERNAL (but for M of a post factor M.y), WEIGHT (the rule has no
 *       place, see {@link plastron.spinnaker.legal.RuleReader}), TAU, SETTING, WEIGHT-RANGE,
 *       VALUE-RANGE, SCALE, ETA-ZERO, ETA-ONE, ETA-RANGE, INTERVAL;
 *   <li>lossy: SCALE, TAU, ETA-ROUND, RATES;
 *   <li>warnings: RING, THRESHOLD, STALL, LSB, ETA-ZERO (of eta_phi), LOAD.
 * </ul>
 */
@NullMarked
package plastron.spinnaker.profile;

import org.jspecify.annotations.NullMarked;
