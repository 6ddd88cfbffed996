/**
 * Where a network goes on a chip: populations are cut into parts that fit a core, and every part
 * gets one. What is needed is held against what there is by the numbers that are reported. The way
 * in is {@link plastron.export.mapping.Partition}, then {@link plastron.export.mapping.Place}.
 */
@NullMarked
package plastron.export.mapping;

import org.jspecify.annotations.NullMarked;
