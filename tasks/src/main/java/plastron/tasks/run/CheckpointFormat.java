package plastron.tasks.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import plastron.slayer.train.TrainerState;
import plastron.tasks.cli.BadInputException;

/**
 * A checkpoint as bytes, big-endian: eight letters, a format number, the fields in order, arrays
 * with their lengths before them, numbers bit for bit, and the CRC-32C of all that.
 */
final class CheckpointFormat {

  private static final long MAGIC = 0x504C535452434B50L; // "PLSTRCKP"
  private static final int FORMAT = 1;

  private CheckpointFormat() {}

  static byte[] encode(Checkpoint checkpoint) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(MAGIC);
      out.writeInt(FORMAT);
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
      out.writeLong(crc(bytes.toByteArray(), bytes.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @param origin names the bytes in errors
   */
  static Checkpoint decode(byte[] bytes, String origin) {
    if (bytes.length < 20 || ByteBuffer.wrap(bytes).getLong() != MAGIC) {
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
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      in.readLong();
      int format = in.readInt();
      if (format != FORMAT) {
        throw new BadInputException(
            "Checkpoint %s (format %d) must have format %d.".formatted(origin, format, FORMAT));
      }
      String version = in.readUTF();
      String configuration = in.readUTF();
      long metricsBytes = in.readLong();
      double[] recent = read(in);
      long iteration = in.readLong();
      double[] parameters = read(in);
      double[][] optimiser = new double[in.readInt()][];
      for (int i = 0; i < optimiser.length; i++) {
        optimiser[i] = read(in);
      }
      TrainerState state = new TrainerState(iteration, parameters, optimiser);
      return new Checkpoint(version, configuration, state, metricsBytes, recent);
    } catch (IOException e) {
      throw new BadInputException("Checkpoint %s ends too early.".formatted(origin));
    }
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

  private static double[] read(DataInputStream in) throws IOException {
    double[] values = new double[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Double.longBitsToDouble(in.readLong());
    }
    return values;
  }
}
