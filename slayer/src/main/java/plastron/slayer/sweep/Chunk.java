package plastron.slayer.sweep;

/**
 * Consecutive steps of an episode on their way back.
 *
 * @param tape as {@link Sweep#forward} left it
 * @param adjoints of what the chunk showed, by its own steps; not modified
 */
public record Chunk(Tape tape, Adjoints adjoints) {}
