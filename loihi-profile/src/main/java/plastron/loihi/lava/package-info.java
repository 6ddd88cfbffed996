/**
 * Bundles for Lava, the public framework for Loihi: a Python program that builds the network of a
 * chip image from Lava's processes, its numbers, inputs, what Lava has to come to, and a program
 * that compares. The way in is {@link plastron.loihi.lava.LavaFormat}.
 */
@NullMarked
package plastron.loihi.lava;

import org.jspecify.annotations.NullMarked;
