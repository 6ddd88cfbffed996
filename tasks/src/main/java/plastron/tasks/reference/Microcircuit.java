package plastron.tasks.reference;

import java.util.ArrayList;
import java.util.List;
import plastron.core.cell.CellMembrane;
import plastron.core.cell.IafExp;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitDrive;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.Pattern;
import plastron.core.circuit.PoissonDrive;
import plastron.core.network.Values;

/**
 * The cortical microcircuit of Potjans and Diesmann (2014), eight populations in four layers, with
 * a tenth of the neurons and of the in-degrees: weights grow by the root of ten, and a constant
 * current replaces the mean of the input that is lost.
 */
final class Microcircuit {

  private static final double SCALE = 0.1;
  private static final String[] NAMES = {"L23E", "L23I", "L4E", "L4I", "L5E", "L5I", "L6E", "L6I"};

  // Potjans and Diesmann (2014), table 5: neurons, probabilities of connection (by receiver, then
  // sender) and external in-degrees; table 6: rates of the whole model, Hz.
  private static final int[] SIZES = {20683, 5834, 21915, 5479, 4850, 1065, 14395, 2948};
  private static final double[][] PROBABILITIES = {
    {0.1009, 0.1689, 0.0437, 0.0818, 0.0323, 0, 0.0076, 0},
    {0.1346, 0.1371, 0.0316, 0.0515, 0.0755, 0, 0.0042, 0},
    {0.0077, 0.0059, 0.0497, 0.1350, 0.0067, 0.0003, 0.0453, 0},
    {0.0691, 0.0029, 0.0794, 0.1597, 0.0033, 0, 0.1057, 0},
    {0.1004, 0.0622, 0.0505, 0.0057, 0.0831, 0.3726, 0.0204, 0},
    {0.0548, 0.0269, 0.0257, 0.0022, 0.0600, 0.3158, 0.0086, 0},
    {0.0156, 0.0066, 0.0211, 0.0166, 0.0572, 0.0197, 0.0396, 0.2252},
    {0.0364, 0.0010, 0.0034, 0.0005, 0.0277, 0.0080, 0.0658, 0.1443}
  };
  private static final int[] EXTERNAL = {1600, 1500, 2100, 1900, 2000, 1900, 2900, 2100};
  private static final double[] RATES_HZ = {0.903, 2.965, 4.414, 5.876, 7.569, 8.633, 1.105, 7.829};

  private static final double EXTERNAL_HZ = 8;
  private static final double WEIGHT_PA = 87.81;
  private static final double WEIGHT_DEVIATION = 0.1;
  private static final double INHIBITION = -4;
  private static final double TAU_SYN_MS = 0.5;
  private static final double EXCITATORY_DELAY_MS = 1.5;
  private static final double INHIBITORY_DELAY_MS = 0.75;
  private static final double DELAY_DEVIATION = 0.5;

  /** Standard deviations behind which nothing is drawn: one in five hundred million. */
  private static final double FARTHEST = 6;

  private static final double[] START_MV = {
    -68.28, -63.16, -63.33, -63.45, -63.11, -61.66, -66.72, -61.43
  };
  private static final double[] START_DEVIATION_MV = {
    5.36, 4.57, 4.74, 4.94, 4.94, 4.55, 5.46, 4.48
  };

  private Microcircuit() {}

  static BenchmarkNetwork network(String name) {
    return new BenchmarkNetwork(name, Microcircuit::circuit, 500, 1500, 30_000);
  }

  private static Circuit circuit(long seed) {
    List<CircuitPopulation> populations = new ArrayList<>();
    List<Connections> connections = new ArrayList<>();
    List<CircuitDrive> drives = new ArrayList<>();
    double weight = WEIGHT_PA / Math.sqrt(SCALE);
    for (int to = 0; to < NAMES.length; to++) {
      int size = size(to);
      double lostPa = EXTERNAL_HZ * EXTERNAL[to] * WEIGHT_PA;
      for (int from = 0; from < NAMES.length; from++) {
        double synapses = synapses(from, to);
        lostPa += RATES_HZ[from] * synapses / SIZES[to] * meanPa(from, to);
        long here = (long) Math.rint(SCALE * synapses * size / SIZES[to]);
        if (here > 0) {
          connections.add(connections(from, to, here));
        }
      }
      double currentPa = lostPa * TAU_SYN_MS / 1000 * (1 - Math.sqrt(SCALE));
      CircuitPopulation population =
          new CircuitPopulation(
              NAMES[to],
              size,
              new IafExp(
                  membrane(to, size, currentPa, seed),
                  Values.of(TAU_SYN_MS),
                  Values.of(TAU_SYN_MS)));
      populations.add(population);
      drives.add(PoissonDrive.of(population, EXTERNAL_HZ * EXTERNAL[to] * SCALE, weight));
    }
    return new Circuit(populations, connections, drives);
  }

  private static int size(int population) {
    return (int) Math.rint(SCALE * SIZES[population]);
  }

  /** Synapses between two populations of the whole model, for their probability of connection. */
  private static double synapses(int from, int to) {
    double pairs = (double) SIZES[from] * SIZES[to];
    return Math.log1p(-PROBABILITIES[to][from]) / Math.log1p(-1 / pairs);
  }

  private static boolean isInhibitory(int population) {
    return population % 2 == 1;
  }

  private static boolean isDoubled(int from, int to) {
    return from == 2 && to == 0;
  }

  /** Mean weight in the whole model. */
  private static double meanPa(int from, int to) {
    return WEIGHT_PA * (isInhibitory(from) ? INHIBITION : isDoubled(from, to) ? 2 : 1);
  }

  private static CellMembrane membrane(int population, int size, double currentPa, long seed) {
    return new CellMembrane(
        Values.of(250),
        Values.of(10),
        Values.of(2),
        Values.of(-65),
        Values.of(-65),
        Values.of(-50),
        Values.of(currentPa),
        // None starts above the threshold.
        new Distribution.Normal(
                START_MV[population], START_DEVIATION_MV[population], -120, -50.000001)
            .values(size, seed + population));
  }

  private static Connections connections(int from, int to, long count) {
    double mean = meanPa(from, to) / Math.sqrt(SCALE);
    double deviation =
        Math.abs(mean) * (isDoubled(from, to) ? WEIGHT_DEVIATION / 2 : WEIGHT_DEVIATION);
    double delay = isInhibitory(from) ? INHIBITORY_DELAY_MS : EXCITATORY_DELAY_MS;
    double farthest = FARTHEST * deviation;
    return new Connections(
        NAMES[from] + " to " + NAMES[to],
        NAMES[from],
        NAMES[to],
        new Pattern.Total(count),
        new Distribution.Normal(
            mean,
            deviation,
            mean < 0 ? mean - farthest : Math.max(0, mean - farthest),
            mean < 0 ? Math.min(-Double.MIN_NORMAL, mean + farthest) : mean + farthest),
        new Distribution.Normal(
            delay,
            DELAY_DEVIATION * delay,
            BenchmarkNetwork.DT_MS / 2,
            delay * (1 + FARTHEST * DELAY_DEVIATION)));
  }
}
