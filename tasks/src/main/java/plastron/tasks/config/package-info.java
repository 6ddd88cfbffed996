/**
 * Typed settings: presets, a file, and single values from the command line, merged in this order.
 * The way in is {@link plastron.tasks.config.Configuration}; every setting there is stands in
 * {@link plastron.tasks.config.Settings}.
 */
@NullMarked
package plastron.tasks.config;

import org.jspecify.annotations.NullMarked;
