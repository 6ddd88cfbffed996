package plastron.tasks.run;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import plastron.plasticity.expr.Grid;
import plastron.slayer.sweep.StateGrid;
import plastron.slayer.train.TrainerState;
import plastron.tasks.cli.BadInputException;

/**
 * Grids in a checkpoint. Those of parameters: how many, and of each its step, its bounds and its
 * rounding by name. Those of states: how many, and of each its site, its name, its factor and its
 * grid.
 */
final class GridFormat {

  private static final int NUMBERS = 3 * Double.BYTES;

  /** A name has a length before it. */
  private static final int LEAST = NUMBERS + Short.BYTES;

  private static final int LEAST_STATE = LEAST + Integer.BYTES + 2 * Short.BYTES;

  /** More than names have. */
  private static final int NAMES = 256;

  private GridFormat() {}

  /** About as many bytes as grids take, and hardly less. */
  static int bytes(TrainerState state) {
    return 2 * Integer.BYTES
        + (LEAST + NAMES) * state.grids().size()
        + (LEAST_STATE + NAMES) * state.states().size();
  }

  static void write(DataOutputStream out, List<Grid> grids, List<StateGrid> states)
      throws IOException {
    out.writeInt(grids.size());
    for (Grid grid : grids) {
      write(out, grid);
    }
    out.writeInt(states.size());
    for (StateGrid state : states) {
      out.writeInt(state.site());
      out.writeUTF(state.state());
      out.writeUTF(state.factor());
      write(out, state.grid());
    }
  }

  private static void write(DataOutputStream out, Grid grid) throws IOException {
    out.writeDouble(grid.step());
    out.writeDouble(grid.low());
    out.writeDouble(grid.high());
    out.writeUTF(grid.rounding().name());
  }

  /**
   * Reads the first of what {@link #write} wrote.
   *
   * @param origin names the bytes in errors
   */
  static List<Grid> readParameters(DataInputStream in, String origin) throws IOException {
    int count = count(in, LEAST, "grids", origin);
    List<Grid> grids = new ArrayList<>();
    for (int g = 0; g < count; g++) {
      grids.add(grid(in, origin));
    }
    return grids;
  }

  /** Reads the rest. */
  static List<StateGrid> readStates(DataInputStream in, String origin) throws IOException {
    int count = count(in, LEAST_STATE, "grids", origin);
    List<StateGrid> states = new ArrayList<>();
    for (int g = 0; g < count; g++) {
      int site = in.readInt();
      String state = in.readUTF();
      String factor = in.readUTF();
      Grid grid = grid(in, origin);
      try {
        states.add(new StateGrid(site, state, factor, grid));
      } catch (IllegalArgumentException e) {
        throw new BadInputException(
            "Checkpoint %s has a state with a grid that is none: %s"
                .formatted(origin, e.getMessage()));
      }
    }
    return states;
  }

  /** A number of things that follow, each of at least so many bytes. */
  static int count(DataInputStream in, int least, String what, String origin) throws IOException {
    int count = in.readInt();
    int most = in.available() / least;
    if (count < 0 || count > most) {
      throw new BadInputException(
          "Checkpoint %s announces (%d) %s, expected 0 to %d."
              .formatted(origin, count, what, most));
    }
    return count;
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
