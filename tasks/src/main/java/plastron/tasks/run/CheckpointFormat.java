package plastron.tasks.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import plastron.plasticity.expr.Grid;
import plastron.slayer.sweep.StateGrid;
import plastron.slayer.train.TrainerState;
import plastron.tasks.cli.BadInputException;

/**
 * A checkpoint as bytes, big-endian: eight letters, a format number, the fields in order, arrays
 * with their lengths before them, numbers bit for bit, and the CRC-32C of all that.
 */
final class CheckpointFormat {

  private static final long MAGIC = 0x504C535452434B50L; // "PLSTRCKP"

  /** Without grids: of a training in real numbers. */
  private static final int EXACT = 1;

  /** With what parameters were rounded to. */
  private static final int ROUNDED = 2;

  /** With products that states lose by, too. */
  private static final int FLOORED = 3;

  /** With products that are added when neurons spike, too. */
  private static final int TIMED = 4;

  /** All but numbers, at most: names, lengths, checksum. */
  private static final int OTHER_BYTES = 1024;

  private CheckpointFormat() {}

  static byte[] encode(Checkpoint checkpoint) {
    // A stream that grows would take three times as much memory.
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(size(checkpoint));
    CheckedOutputStream checked = new CheckedOutputStream(bytes, new CRC32C());
    try (DataOutputStream out = new DataOutputStream(checked)) {
      out.writeLong(MAGIC);
      List<Grid> grids = checkpoint.state().grids();
      List<StateGrid> states = checkpoint.state().states();
      boolean floored = ProductFormat.isNeeded(states);
      boolean timed = ProductFormat.isTimed(states);
      out.writeInt(grids.isEmpty() ? EXACT : timed ? TIMED : floored ? FLOORED : ROUNDED);
      out.writeUTF(checkpoint.version());
      out.writeUTF(checkpoint.configuration());
      out.writeLong(checkpoint.metricsBytes());
      write(out, checkpoint.recent());
      out.writeLong(checkpoint.state().iteration());
      write(out, checkpoint.state().parameters());
      out.writeInt(checkpoint.state().optimiser().length);
      for (double[] row : checkpoint.state().optimiser()) {
        write(out, row);
      }
      if (!grids.isEmpty()) {
        GridFormat.write(out, grids, states);
      }
      if (floored) {
        ProductFormat.write(out, states, timed);
      }
      out.writeLong(checked.getChecksum().getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** About as many bytes as a checkpoint has, and not less. */
  private static int size(Checkpoint checkpoint) {
    long numbers = (long) checkpoint.recent().length + checkpoint.state().parameters().length;
    for (double[] row : checkpoint.state().optimiser()) {
      numbers += row.length;
    }
    int grids = GridFormat.bytes(checkpoint.state());
    return Math.toIntExact(OTHER_BYTES + grids + Double.BYTES * numbers);
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @param origin names the bytes in errors
   */
  static Checkpoint decode(byte[] bytes, String origin) {
    if (bytes.length < 8 + 4 + 8 || ByteBuffer.wrap(bytes).getLong() != MAGIC) {
      throw new BadInputException(
          "Checkpoint %s (%d bytes) does not start as a checkpoint does."
              .formatted(origin, bytes.length));
    }
    long stored = ByteBuffer.wrap(bytes).getLong(bytes.length - 8);
    if (stored != crc(bytes, bytes.length - 8)) {
      throw new BadInputException(
          "Checkpoint %s (%d bytes) is truncated or damaged: its checksum does not fit."
              .formatted(origin, bytes.length));
    }
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(bytes, 8, bytes.length - 16))) {
      int format = in.readInt();
      if (format < EXACT || format > TIMED) {
        throw new BadInputException(
            "Checkpoint %s (format %d) must have a format from %d to %d."
                .formatted(origin, format, EXACT, TIMED));
      }
      Checkpoint checkpoint = fields(in, format, origin);
      if (in.available() > 0) {
        throw new BadInputException(
            "Checkpoint %s has (%d) bytes too many.".formatted(origin, in.available()));
      }
      return checkpoint;
    } catch (IOException e) {
      throw new BadInputException(
          "Checkpoint %s ends too early, or holds no text where one is expected."
              .formatted(origin));
    }
  }

  private static Checkpoint fields(DataInputStream in, int format, String origin)
      throws IOException {
    String version = in.readUTF();
    String configuration = in.readUTF();
    long metricsBytes = from0(in.readLong(), "length of the metrics log", origin);
    double[] recent = numbers(in, "recent measures", origin);
    long iteration = from0(in.readLong(), "iteration", origin);
    double[] parameters = read(in, "parameters", origin);
    double[][] optimiser =
        new double[GridFormat.count(in, Integer.BYTES, "optimiser arrays", origin)][];
    for (int i = 0; i < optimiser.length; i++) {
      optimiser[i] = read(in, "optimiser numbers", origin);
    }
    if (recent.length > iteration) {
      throw new BadInputException(
          "Checkpoint %s has recent measures %s after %d iterations, expected no more than these."
              .formatted(origin, Arrays.toString(recent), iteration));
    }
    List<Grid> grids = format == EXACT ? List.of() : GridFormat.readParameters(in, origin);
    List<StateGrid> states = format == EXACT ? List.of() : GridFormat.readStates(in, origin);
    if (format >= FLOORED) {
      states = ProductFormat.read(in, states, format == TIMED, origin);
    }
    TrainerState state = new TrainerState(iteration, parameters, optimiser, grids, states);
    return new Checkpoint(version, configuration, state, metricsBytes, recent);
  }

  private static long from0(long value, String what, String origin) {
    if (value < 0) {
      throw new BadInputException(
          "Checkpoint %s has the %s (%d), expected at least 0.".formatted(origin, what, value));
    }
    return value;
  }

  private static long crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return crc.getValue();
  }

  private static void write(DataOutputStream out, double[] values) throws IOException {
    out.writeInt(values.length);
    for (double value : values) {
      out.writeLong(Double.doubleToRawLongBits(value));
    }
  }

  private static double[] numbers(DataInputStream in, String what, String origin)
      throws IOException {
    double[] values = new double[GridFormat.count(in, Double.BYTES, what, origin)];
    for (int i = 0; i < values.length; i++) {
      values[i] = Double.longBitsToDouble(in.readLong());
    }
    return values;
  }

  private static double[] read(DataInputStream in, String what, String origin) throws IOException {
    double[] values = numbers(in, what, origin);
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new BadInputException(
            "Checkpoint %s has (%s) among its %s, expected finite numbers."
                .formatted(origin, values[i], what));
      }
    }
    return values;
  }
}
