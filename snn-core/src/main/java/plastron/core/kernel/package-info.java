/**
 * Response kernels at work: each is a linear recursion over a row of neurons, its state and its
 * step in one file. The way in is {@link plastron.core.kernel.KernelState#of}.
 */
@NullMarked
package plastron.core.kernel;

import org.jspecify.annotations.NullMarked;
