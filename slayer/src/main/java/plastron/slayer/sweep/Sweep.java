package plastron.slayer.sweep;

import plastron.core.run.Input;

/**
 * Runs episodes through a model and back-propagates through time. Implemented in double and, from
 * the same text, in single precision. Owned by one thread at a time.
 */
public interface Sweep {

  /**
   * Takes over parameter values and forgets gradients not yet drained.
   *
   * @param parameters laid out by {@link ParameterLayout}, not modified
   */
  void load(FlatVector parameters);

  /** An empty tape for episodes of any length. */
  Tape tape();

  /**
   * Runs an episode from rest.
   *
   * @param tape overwritten with what {@link #backward} needs
   * @param input kept until the tape is used again
   * @throws IllegalArgumentException if the input does not fit the model
   */
  void forward(Tape tape, Input input);

  /**
   * Back-propagates through an episode; the gradients of all episodes since the last {@link #drain}
   * are added up.
   *
   * @param tape as {@link #forward} left it under the same parameters
   * @param adjoints of what the episode showed, not modified
   */
  void backward(Tape tape, Adjoints adjoints);

  /**
   * Hands over the sum of gradients, which then begins anew.
   *
   * @param gradient laid out by {@link ParameterLayout}, overwritten
   */
  void drain(FlatVector gradient);

  /**
   * Replays an episode and shows every number to an observer.
   *
   * @param tape as {@link #forward} left it under the same parameters
   * @param observer called in order of time
   */
  void replay(Tape tape, SweepObserver observer);
}
