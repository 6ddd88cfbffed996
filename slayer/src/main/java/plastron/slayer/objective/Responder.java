package plastron.slayer.objective;

import plastron.core.run.Input;
import plastron.slayer.sweep.Observed;

/**
 * A network in the middle of a trial, for those who let what comes next depend on what it does.
 * Owned by one thread.
 */
@FunctionalInterface
public interface Responder {

  /**
   * Runs the network on from where it is.
   *
   * @param chunk a whole number of windows, unless it is the last of a trial; the first value of a
   *     signal is that of the chunk's first window. Not modified by anyone from here on
   * @return what the network did, in steps of the chunk; valid until it is asked again
   */
  Observed respond(Input chunk);
}
