/**
 * What spikes of a population show: rates, regularity, variability. The way in: {@link
 * plastron.core.statistics.SpikeStatistics}.
 */
@NullMarked
package plastron.core.statistics;

import org.jspecify.annotations.NullMarked;
