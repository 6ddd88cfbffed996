package plastron.core.state;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;

/** Writes states down, 8 bytes for a number, 8, 4 or 1 for those of arrays. */
public final class StateWriter implements StateVisitor {

  private final OutputStream out;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

  /**
   * @param out to be flushed by {@link #end}
   */
  public StateWriter(OutputStream out) {
    this.out = out;
  }

  @Override
  public long number(long value) {
    room();
    buffer.putLong(value);
    return value;
  }

  @Override
  public void doubles(double[] values) {
    number(values.length);
    for (double value : values) {
      room();
      buffer.putDouble(value);
    }
  }

  @Override
  public void floats(float[] values) {
    number(values.length);
    for (float value : values) {
      room();
      buffer.putFloat(value);
    }
  }

  @Override
  public void ints(int[] values) {
    number(values.length);
    for (int value : values) {
      room();
      buffer.putInt(value);
    }
  }

  @Override
  public void longs(long[] values) {
    number(values.length);
    for (long value : values) {
      number(value);
    }
  }

  @Override
  public void bytes(byte[] values) {
    number(values.length);
    for (byte value : values) {
      room();
      buffer.put(value);
    }
  }

  /** Hands on what is not handed on yet. */
  public void end() {
    try {
      out.write(buffer.array(), 0, buffer.position());
      buffer.clear();
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void room() {
    if (buffer.remaining() < Long.BYTES) {
      end();
    }
  }
}
