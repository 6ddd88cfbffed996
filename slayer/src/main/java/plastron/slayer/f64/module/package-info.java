/**
 * Rate blocks inside a graph of populations, forwards and backwards. The build derives {@code
 * plastron.slayer.f32.module} from this text. The way in is {@link
 * plastron.slayer.f64.module.ModuleSweep64}.
 */
@NullMarked
package plastron.slayer.f64.module;

import org.jspecify.annotations.NullMarked;
