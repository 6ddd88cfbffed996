package plastron.slayer.sweep;

import java.util.List;
import plastron.core.run.Input;

/**
 * Runs episodes through a model and back-propagates through time, each as a whole or chunk by
 * chunk. Implemented in double and, from the same text, in single precision. Owned by one thread at
 * a time.
 *
 * <p>In chunks: a {@link #state} is at rest; {@link #forward(Tape, SweepState, Input)} goes on from
 * it, time and again, with a tape for each chunk that is wanted on the way back. Spikes, potentials
 * and traces have the bits of an episode in one piece. {@link #backward(List)} goes back over the
 * last of the chunks.
 */
public interface Sweep {

  /**
   * Takes over parameter values and forgets gradients not yet drained.
   *
   * @param parameters laid out by {@link ParameterLayout}, not modified
   */
  void load(FlatVector parameters);

  /**
   * Rounds states of rules after every update from now on. Forwards only: gradients are those of
   * states that are not rounded, and flow where these lie within their bounds.
   *
   * @param states none to round nothing; with the parameters that were loaded last as factors
   * @throws IllegalArgumentException if a site has no such state
   */
  void round(List<StateGrid> states);

  /**
   * Decides what is drawn at random in the episodes that follow, of which each draws the same with
   * the same key: whole or in chunks, forwards or recomputed on the way back.
   */
  void key(long key);

  /** Rounds no states and no rates in the episodes that follow, until a {@link #key} is given. */
  void exact();

  /** An empty tape for episodes and chunks of any length. */
  Tape tape();

  /** A state at rest. */
  SweepState state();

  /**
   * Runs an episode from rest.
   *
   * @param tape overwritten with what {@link #backward} needs
   * @param input kept until the tape is used again
   * @throws IllegalArgumentException if the input does not fit the model
   */
  void forward(Tape tape, Input input);

  /**
   * Runs a chunk of an episode. Where weights or drives change, or gradients are cut in between,
   * only the last chunk of an episode may end within a window: the number of steps of all others is
   * a multiple of the clock's update interval.
   *
   * @param tape overwritten with what {@link #backward} needs
   * @param state where the chunk begins; overwritten with where it ends
   * @param input of the chunk, kept until the tape is used again; the first value of a signal is
   *     that of the chunk's first window
   * @throws IllegalArgumentException if the input does not fit the model, or the state is another
   *     model's or within a window
   */
  void forward(Tape tape, SweepState state, Input input);

  /**
   * Back-propagates through an episode; the gradients of all episodes since the last {@link #drain}
   * are added up.
   *
   * @param tape as {@link #forward} left it under the same parameters
   * @param adjoints of what the episode showed, not modified
   */
  default void backward(Tape tape, Adjoints adjoints) {
    backward(List.of(new Chunk(tape, adjoints)));
  }

  /**
   * Back-propagates through consecutive chunks, the last that any loss depends on included. All
   * that the first of them began with is a constant: the gradient is that of the whole episode, cut
   * there in the sense of {@link SweepOptions#truncateWindows}, of the losses in these chunks.
   *
   * @param chunks in order of time, run under the same parameters
   * @throws IllegalArgumentException if one does not begin where the one before it ended
   */
  void backward(List<Chunk> chunks);

  /**
   * Hands over the sum of gradients, which then begins anew.
   *
   * @param gradient laid out by {@link ParameterLayout}, overwritten
   */
  void drain(FlatVector gradient);

  /**
   * Replays an episode or a chunk and shows every number to an observer.
   *
   * @param tape as {@link #forward} left it under the same parameters
   * @param observer called in order of time; steps and windows are counted from the tape's first
   */
  void replay(Tape tape, SweepObserver observer);
}
