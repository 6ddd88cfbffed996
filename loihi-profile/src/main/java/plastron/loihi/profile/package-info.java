/**
 * The chips as the compiler sees them. The way in is {@link plastron.loihi.profile.LoihiProfile}.
 */
@NullMarked
package plastron.loihi.profile;

import org.jspecify.annotations.NullMarked;
