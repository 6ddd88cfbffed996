/**
 * The choice of all scales of a layer, and from them its integers. The way in is {@link
 * plastron.loihi.scale.LayerScaler}.
 */
@NullMarked
package plastron.loihi.scale;

import org.jspecify.annotations.NullMarked;
