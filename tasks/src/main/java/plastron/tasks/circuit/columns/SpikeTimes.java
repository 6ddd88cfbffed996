package plastron.tasks.circuit.columns;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Spikes of a file with the columns neuron and time_ms, such as a simulation records. */
public final class SpikeTimes {

  private static final String NEURON = "neuron";
  private static final String TIME = "time_ms";

  private SpikeTimes() {}

  /**
   * The times of each neuron, ascending.
   *
   * @throws plastron.tasks.cli.BadInputException if it is no such file, or names other neurons
   */
  public static double[][] read(Path file, int neurons) {
    NumberColumns columns = NumberColumns.read(file, List.of(NEURON, TIME), List.of());
    int[] neuron = columns.indices(NEURON, neurons);
    double[] time = columns.of(TIME);
    int[] count = new int[neurons];
    for (int i : neuron) {
      count[i]++;
    }
    double[][] times = new double[neurons][];
    Arrays.setAll(times, i -> new double[count[i]]);
    for (int k = 0; k < time.length; k++) {
      times[neuron[k]][--count[neuron[k]]] = time[k];
    }
    for (double[] row : times) {
      Arrays.sort(row);
    }
    return times;
  }
}
