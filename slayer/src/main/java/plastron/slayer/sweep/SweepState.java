package plastron.slayer.sweep;

/**
 * Everything of a network between two steps: spikes and currents under way, membranes, responses to
 * own spikes, filtered inputs, rates, rule states and with them effective weights and drives.
 * Belongs to the model's shape and the options of the sweep that made it: any sweep over the same
 * model with the same options may go on from it. It has the sweep's precision inside, so that a
 * state that was kept loses no bit; what is written down is in double precision and laid out alike
 * in both. Owned by one thread at a time.
 */
public interface SweepState {

  /** How many steps were taken since rest; truncation is counted by it. */
  long step();

  /** At rest: zeros, and no step taken. */
  void clear();

  /** Takes over another state of the same model, options and precision, which is not modified. */
  void copy(SweepState other);

  /** Number of entries that {@link #save} writes. */
  int size();

  /**
   * Writes everything down, so that {@link #restore} has the same bits.
   *
   * @param into overwritten from position {@code offset} on
   */
  void save(FlatVector into, int offset);

  /**
   * Takes over what {@link #save} wrote.
   *
   * @throws IllegalArgumentException if the vector is too short or a value is not one that a state
   *     can have; then this is in between
   */
  void restore(FlatVector from, int offset);
}
