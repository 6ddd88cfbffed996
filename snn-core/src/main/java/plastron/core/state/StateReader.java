package plastron.core.state;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Puts back what a {@link StateWriter} wrote. A state of another shape is refused with {@link
 * IllegalArgumentException}, one that ends too early with {@link UncheckedIOException}; what was
 * put back until then stays.
 */
public final class StateReader implements StateVisitor {

  private final DataInputStream in;

  /** Reads a state. */
  public StateReader(InputStream in) {
    this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
  }

  /** Reads a number. */
  private interface Read {
    void at(int index) throws IOException;
  }

  @Override
  public long number(long value) {
    try {
      return in.readLong();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void doubles(double[] values) {
    all(values.length, k -> values[k] = in.readDouble());
  }

  @Override
  public void floats(float[] values) {
    all(values.length, k -> values[k] = in.readFloat());
  }

  @Override
  public void ints(int[] values) {
    all(values.length, k -> values[k] = in.readInt());
  }

  @Override
  public void longs(long[] values) {
    all(values.length, k -> values[k] = in.readLong());
  }

  @Override
  public void bytes(byte[] values) {
    all(values.length, k -> values[k] = in.readByte());
  }

  private void all(int length, Read read) {
    long written = number(0);
    if (written != length) {
      throw new IllegalArgumentException(
          "State has %d numbers, expected %d.".formatted(written, length));
    }
    try {
      for (int k = 0; k < length; k++) {
        read.at(k);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
