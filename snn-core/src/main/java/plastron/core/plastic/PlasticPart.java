package plastron.core.plastic;

import plastron.core.rows.IncomingSynapses;

/**
 * A part of plastic connections that end in a block of neurons.
 *
 * @param sender name of the population whose spikes it is to be given
 * @param synapses what takes them
 */
public record PlasticPart(String sender, IncomingSynapses synapses) {}
