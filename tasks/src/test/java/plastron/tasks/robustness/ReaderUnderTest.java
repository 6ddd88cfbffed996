package plastron.tasks.robustness;

import java.util.random.RandomGenerator;

/**
 * A reader of files and what is given to it.
 *
 * @param name for people
 * @param refusal how it refuses: the exception that its documentation names
 * @param mutation draws a mutated file
 * @param reading reads a file and holds what it read against its format
 */
record ReaderUnderTest(
    String name, Class<? extends RuntimeException> refusal, Mutation mutation, Reading reading) {

  /** Draws a mutated file. */
  interface Mutation {
    /** The content of the file. */
    byte[] draw(RandomGenerator random) throws Exception;
  }

  /** Reads a file. */
  interface Reading {
    /**
     * Reads the content of a file; throws an {@link AssertionError} if what was read means nothing,
     * and whatever the reader throws.
     */
    void read(byte[] content) throws Exception;
  }
}
