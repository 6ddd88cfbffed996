package plastron.loihi.run;

import java.util.Arrays;
import java.util.List;
import plastron.export.image.HostSignals;
import plastron.export.image.ImageCore;
import plastron.export.image.ImageLayer;
import plastron.loihi.emulator.SpikeList;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.Reward;
import plastron.loihi.program.TraceScale;
import plastron.loihi.random.RandomSource;

/**
 * The reward traces of the cores of a layer while they run, bit for bit; all neurons of a core have
 * one. Owned by one thread.
 */
final class RewardRun {

  private final Reward reward;
  private final List<ImageCore> cores;
  private final int[][] added;
  private final RandomSource random;
  private final int[] r1;
  private long clipped;

  /**
   * At rest.
   *
   * @param cores those of the population that the layer leads to
   * @param random for the rounding of decays
   */
  RewardRun(ImageLayer layer, Reward reward, List<ImageCore> cores, RandomSource random) {
    this.reward = reward;
    this.cores = List.copyOf(cores);
    this.random = random;
    added =
        reward.source() instanceof Reward.Spikes
            ? layer.array(LoihiProgram.REWARD).values()
            : new int[0][];
    r1 = new int[layer.size()];
  }

  /**
   * A step.
   *
   * @param spikes of all populations in this step
   * @param window that ends with this step, -1 if none does
   */
  void step(SpikeList[] spikes, HostSignals signals, int window) {
    for (ImageCore core : cores) {
      int value =
          switch (reward.source()) {
            case Reward.Host host ->
                window < 0 ? 0 : limited(written(signals.at(host.signal(), window, core.from())));
            case Reward.Spikes senders -> {
              long sum = decayed(r1[core.from()], senders.decay());
              SpikeList sent = spikes[senders.population()];
              for (int k = 0; k < sent.size(); k++) {
                sum += added[sent.get(k)][core.from()];
              }
              yield limited(sum);
            }
          };
      Arrays.fill(r1, core.from(), core.to(), value);
    }
  }

  private long written(double value) {
    return (long) Math.floor(value / reward.unit() + 0.5);
  }

  private long decayed(int value, int decay) {
    long exact = (long) value * decay;
    long floor = exact >> TraceScale.DECAY_BITS;
    double chance =
        Math.scalb((double) (exact - (floor << TraceScale.DECAY_BITS)), -TraceScale.DECAY_BITS);
    return chance == 0 ? floor : floor + RandomSource.happens(chance, random.postDecay());
  }

  private int limited(long value) {
    if (Math.abs(value) > Reward.LARGEST) {
      clipped++;
    }
    return Math.clamp(value, -Reward.LARGEST, Reward.LARGEST);
  }

  /** One value a neuron; live, must not be modified. */
  int[] r1() {
    return r1;
  }

  /** How often a reward did not fit. */
  long clipped() {
    return clipped;
  }

  void reset() {
    Arrays.fill(r1, 0);
  }
}
