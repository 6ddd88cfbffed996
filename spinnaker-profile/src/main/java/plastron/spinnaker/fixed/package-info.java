/**
 * The integer arithmetic of a SpiNNaker core, bit for bit: s16.15 ({@link
 * plastron.spinnaker.fixed.Accum}), u0.32 ({@link plastron.spinnaker.fixed.UnsignedFract}), s0.15
 * and u0.16 ({@link plastron.spinnaker.fixed.Fract16}), the exponentials ({@link
 * plastron.spinnaker.fixed.Exponential}) and what a host does to hand numbers over ({@link
 * plastron.spinnaker.fixed.SpinnakerWeightFormat}). Only integers leave this package; floating
 * point enters by conversions that check their range.
 *
 * <p>Sources: the fixed-point C of the public sPyNNaker kernels (release line 7.1) and of
 * spinn_common, types of ISO/IEC TR 18037.
 */
@NullMarked
package plastron.spinnaker.fixed;

import org.jspecify.annotations.NullMarked;
