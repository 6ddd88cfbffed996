/**
 * A plastic model at work in the float simulator: rates of every window, the rules' updates, new
 * effective weights. The way in is {@link plastron.plasticity.run.PlasticRunner}.
 */
@NullMarked
package plastron.plasticity.run;

import org.jspecify.annotations.NullMarked;
