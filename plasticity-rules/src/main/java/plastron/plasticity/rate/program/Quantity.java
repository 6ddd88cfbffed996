package plastron.plasticity.rate.program;

/**
 * A quantity of one step: a row, or a matrix for states of synapses.
 *
 * @param index among the quantities of its program
 * @param rows 1 for a row; of a matrix the number of post units
 * @param columns length of the row; of a matrix the number of pre units
 */
public record Quantity(int index, int rows, int columns) {}
