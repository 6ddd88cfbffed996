package plastron.tasks.simulate.record;

import java.io.IOException;
import plastron.core.state.StateVisitor;

/** Writes down something about a simulation while it runs. */
interface Recorder extends AutoCloseable {

  /** Some more steps were taken. */
  void add(Stretch stretch) throws IOException;

  /** The simulation is over: completes the files. */
  void end() throws IOException;

  /** Shows how far it is written; what is behind it, when put back, is cut off. */
  void state(StateVisitor visitor) throws IOException;

  /** Lets go of the files, complete or not. */
  @Override
  void close() throws IOException;
}
