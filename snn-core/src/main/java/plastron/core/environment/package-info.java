/**
 * What a network acts in and is answered by, step by step, after the conventions of Gymnasium
 * (Towers et al. 2024, arXiv:2407.17032). The way in is {@link
 * plastron.core.environment.Environment}.
 */
@NullMarked
package plastron.core.environment;

import org.jspecify.annotations.NullMarked;
