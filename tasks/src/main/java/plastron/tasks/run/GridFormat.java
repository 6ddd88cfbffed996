package plastron.tasks.run;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import plastron.plasticity.expr.Grid;
import plastron.tasks.cli.BadInputException;

/** Grids in a checkpoint: how many, and of each its step, its bounds and its rounding by name. */
final class GridFormat {

  private static final int NUMBERS = 3 * Double.BYTES;

  /** A name has a length before it. */
  private static final int LEAST = NUMBERS + Short.BYTES;

  private static final int MOST = LEAST + 16;

  private GridFormat() {}

  /** At least as many bytes as grids take. */
  static int bytes(List<Grid> grids) {
    return Integer.BYTES + MOST * grids.size();
  }

  static void write(DataOutputStream out, List<Grid> grids) throws IOException {
    out.writeInt(grids.size());
    for (Grid grid : grids) {
      out.writeDouble(grid.step());
      out.writeDouble(grid.low());
      out.writeDouble(grid.high());
      out.writeUTF(grid.rounding().name());
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param origin names the bytes in errors
   */
  static List<Grid> read(DataInputStream in, String origin) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > in.available() / LEAST) {
      throw new BadInputException(
          "Checkpoint %s announces (%d) grids, expected 0 to %d."
              .formatted(origin, count, in.available() / LEAST));
    }
    List<Grid> grids = new ArrayList<>();
    for (int g = 0; g < count; g++) {
      grids.add(grid(in, origin));
    }
    return grids;
  }

  private static Grid grid(DataInputStream in, String origin) throws IOException {
    double step = in.readDouble();
    double low = in.readDouble();
    double high = in.readDouble();
    String rounding = in.readUTF();
    try {
      return new Grid(step, low, high, Grid.Rounding.valueOf(rounding));
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "Checkpoint %s has a grid (%s from %s to %s, %s) that is none."
              .formatted(origin, step, low, high, rounding));
    }
  }
}
