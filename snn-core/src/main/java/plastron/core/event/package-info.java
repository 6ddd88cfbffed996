/**
 * Runs circuits from event to event: spikes may fall between the steps, and a neuron is touched
 * only when something arrives or it may spike. The way in: {@link
 * plastron.core.event.EventSimulation}.
 */
@NullMarked
package plastron.core.event;

import org.jspecify.annotations.NullMarked;
