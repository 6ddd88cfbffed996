package plastron.tasks.simulate.record;

import java.io.IOException;
import plastron.core.state.StateVisitor;

/** A file of columns that is written row by row. */
interface ColumnFile extends AutoCloseable {

  /**
   * Adds a row.
   *
   * @param row a number for each column; not kept
   */
  void add(double... row) throws IOException;

  /** All rows are there. */
  void end() throws IOException;

  /** Shows how far it is written; what is behind it, when put back, is cut off. */
  void state(StateVisitor visitor) throws IOException;

  /** Lets go of the file, complete or not. */
  @Override
  void close() throws IOException;
}
