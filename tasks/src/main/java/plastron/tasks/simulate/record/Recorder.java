package plastron.tasks.simulate.record;

import java.io.IOException;

/** Writes down something about a simulation while it runs. */
interface Recorder extends AutoCloseable {

  /** Some more steps were taken. */
  void add(Stretch stretch) throws IOException;

  /** The simulation is over: completes the files. */
  void end() throws IOException;

  /** Lets go of the files, complete or not. */
  @Override
  void close() throws IOException;
}
