package plastron.core.simulate;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import plastron.core.state.StateVisitor;

/** Potentials of a neuron that is a lag behind the engine which records them. */
final class LaggingProbe {

  private final PotentialProbe ahead;
  private final PotentialProbe shown = new PotentialProbe();

  /** Those of steps that are not shown yet. */
  private double[] waiting = new double[0];

  /** The step of the first of them; from 1. */
  private long first;

  /**
   * @param ahead records from now on
   * @param first the neuron's own number of the first step that is recorded; may be below 1
   */
  LaggingProbe(PotentialProbe ahead, long first) {
    this.ahead = ahead;
    this.first = first;
  }

  PotentialProbe shown() {
    return shown;
  }

  /** Shows the potentials up to a step. */
  void take(long step) {
    waiting =
        DoubleStream.concat(Arrays.stream(waiting), Arrays.stream(ahead.takePotentialsMv()))
            .toArray();
    int count = (int) Math.clamp(step + 1 - first, 0L, (long) waiting.length);
    for (int k = 0; k < count; k++) {
      if (first + k >= 1) {
        shown.add(waiting[k]);
      }
    }
    waiting = Arrays.copyOfRange(waiting, count, waiting.length);
    first += count;
  }

  void state(StateVisitor visitor) {
    first = visitor.number(first);
    waiting = Arrays.copyOf(waiting, (int) visitor.number(waiting.length));
    visitor.doubles(waiting);
  }
}
