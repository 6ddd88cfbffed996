package plastron.slayer.objective;

import plastron.core.run.Input;

/**
 * One trial of a task: what the network is given, and whatever else those who judge it need to
 * know. Tasks have types of their own.
 */
public interface Episode {

  /**
   * Spikes of every source and signals, all that the network is given from rest to the end; not
   * modified by anyone from here on.
   */
  Input input();
}
