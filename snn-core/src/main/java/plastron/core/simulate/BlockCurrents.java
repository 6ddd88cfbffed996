package plastron.core.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import plastron.core.cell.Cells;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CurrentDrive;
import plastron.core.lanes.Lanes;
import plastron.core.noise.GaussianNoise;
import plastron.core.random.Seeds;

/**
 * The currents that act on the neurons of a block. They follow from the step alone, so that nothing
 * of them is a state. Owned by one thread.
 */
final class BlockCurrents {

  private final List<HeldCurrent> all = new ArrayList<>();
  private final double[] sumPa;

  /**
   * @param population name of the block's population
   * @param from number of the block's first neuron
   * @param to behind the last
   * @param seed of the simulation
   */
  BlockCurrents(Circuit circuit, String population, int from, int to, double dtMs, long seed) {
    for (int d = 0; d < circuit.drives().size(); d++) {
      if (circuit.drives().get(d) instanceof CurrentDrive drive
          && drive.population().equals(population)
          && drive.from() < to
          && drive.to() > from) {
        all.add(new HeldCurrent(drive, from, to, dtMs, Seeds.of(seed, 2, d)));
      }
    }
    sumPa = new double[all.isEmpty() ? 0 : to - from];
  }

  /** Injects what acts in a step into neurons of a tile. */
  void inject(long step, Cells cells, int from, int to) {
    if (all.isEmpty()) {
      return;
    }
    Arrays.fill(sumPa, from, to, 0);
    for (int c = 0; c < all.size(); c++) {
      all.get(c).add(step, sumPa, from, to);
    }
    cells.inject(sumPa, from, to);
  }

  /** One of them, with what was drawn last for each tile. */
  private static final class HeldCurrent {
    private final GaussianNoise noise;
    private final int first;
    private final int last;
    private final long start;
    private final long stop;
    private final long intervalSteps;
    private final double[] heldPa;
    private final long[] drawn;

    HeldCurrent(CurrentDrive drive, int from, int to, double dtMs, long seed) {
      int begin = Math.max(from, drive.from());
      int end = Math.min(to, drive.to());
      noise = new GaussianNoise(seed, begin, end, drive.meanPa(), drive.deviationPa());
      first = begin - from;
      last = end - from;
      start = Math.round(drive.startMs() / dtMs);
      stop = Math.round(drive.stopMs() / dtMs);
      intervalSteps = Math.max(1, Math.round(drive.intervalMs() / dtMs));
      heldPa = new double[end - begin];
      drawn = new long[Math.ceilDiv(to - from, Lanes.TILE)];
      Arrays.fill(drawn, -1);
    }

    void add(long step, double[] sumPa, int from, int to) {
      int begin = Math.max(from, first);
      int end = Math.min(to, last);
      if (step <= start || step > stop || begin >= end) {
        return;
      }
      long interval = (step - 1 - start) / intervalSteps;
      int tile = from / Lanes.TILE;
      if (drawn[tile] != interval) {
        noise.draw(interval, heldPa, begin - first, end - first);
        drawn[tile] = interval;
      }
      for (int i = begin; i < end; i++) {
        sumPa[i] += heldPa[i - first];
      }
    }
  }
}
