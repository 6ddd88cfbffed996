package plastron.tasks.simulate;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import plastron.core.state.StateReader;
import plastron.core.state.StateVisitor;
import plastron.core.state.StateWriter;
import plastron.export.file.WholeFile;
import plastron.tasks.cli.BadInputException;

/**
 * The file with all that a simulation has come to: a fingerprint of what is simulated, the state,
 * and a checksum.
 */
final class SimulationCheckpoint {

  private static final int CHECKSUM = Long.BYTES;

  private final Path file;
  private final long fingerprint;

  /** Shows a state. */
  interface Shown {
    void to(StateVisitor visitor) throws IOException;
  }

  /**
   * @param fingerprint of what is simulated: two that differ must have different ones
   */
  SimulationCheckpoint(Path file, long fingerprint) {
    this.file = file;
    this.fingerprint = fingerprint;
  }

  boolean exists() {
    return WholeFile.exists(file);
  }

  /** Writes a state down, in place of the one before. */
  void write(Shown state) throws IOException {
    WholeFile.replace(
        file,
        out -> {
          CheckedOutputStream checked =
              new CheckedOutputStream(new BufferedOutputStream(out), new CRC32());
          StateWriter writer = new StateWriter(checked);
          writer.number(fingerprint);
          state.to(writer);
          writer.end();
          long sum = checked.getChecksum().getValue();
          checked.write(ByteBuffer.allocate(CHECKSUM).putLong(sum).array());
          checked.flush();
        });
  }

  /**
   * Puts a state back.
   *
   * @throws BadInputException if the file is damaged or of something else
   */
  void read(Shown state) throws IOException {
    requireWhole();
    try (InputStream in = Files.newInputStream(file)) {
      StateReader reader = new StateReader(in);
      if (reader.number(0) != fingerprint) {
        throw new BadInputException(
            "Checkpoint (%s) is of another circuit or other settings.".formatted(file),
            "Maybe the circuit, or a file that it names, was edited meanwhile.");
      }
      state.to(reader);
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new BadInputException(
          "Checkpoint (%s) does not fit the simulation: %s".formatted(file, e.getMessage()),
          "Maybe another version of plastron wrote it.");
    }
  }

  private void requireWhole() throws IOException {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
      CRC32 sum = new CRC32();
      CheckedInputStream content = new CheckedInputStream(in, sum);
      long length = Files.size(file) - CHECKSUM;
      if (length >= 0) {
        content.skipNBytes(length);
      }
      if (length < 0 || in.readLong() != sum.getValue()) {
        throw new BadInputException(
            "Checkpoint (%s) is damaged.".formatted(file),
            "Maybe the disk is; the simulation has to be started anew.");
      }
    }
  }
}
