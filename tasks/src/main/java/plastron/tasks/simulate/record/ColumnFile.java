package plastron.tasks.simulate.record;

import java.io.IOException;

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

  /** Lets go of the file, complete or not. */
  @Override
  void close() throws IOException;
}
