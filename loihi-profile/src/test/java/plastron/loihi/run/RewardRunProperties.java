package plastron.loihi.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import plastron.core.run.Signal;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.HostSignals;
import plastron.export.image.ImageCore;
import plastron.export.image.ImageLayer;
import plastron.export.resource.Demand;
import plastron.loihi.emulator.SpikeList;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.Reward;
import plastron.loihi.random.SeededRandom;

/** The reward trace, beside arithmetic that is written here. */
class RewardRunProperties {

  private static final int SENDERS = 5;
  private static final int HALF = 1 << 29;

  private static final List<ImageCore> CORES =
      List.of(new ImageCore(0, 0, 1, 0, 2, Demand.NONE), new ImageCore(0, 1, 1, 2, 3, Demand.NONE));

  private static ImageLayer layer(int[][] added) {
    return new ImageLayer(
        "layer",
        0,
        1,
        SENDERS,
        3,
        "rule",
        List.of(),
        Map.of(),
        Map.of(),
        List.of(QuantizedArray.exact(LoihiProgram.REWARD, added)),
        List.of());
  }

  private static SeededRandom random(long seed) {
    return new SeededRandom(seed, SeededRandom.Sharing.INDEPENDENT);
  }

  /** Nothing is remembered: the value of the window's last step, zero in all others. */
  @Property
  void hostsWriteOneStep(
      @ForAll @DoubleRange(min = -3, max = 3) double given,
      @ForAll @DoubleRange(min = 0.01, max = 1) double unit) {
    Reward reward = new Reward(new Reward.Host(0, false), unit);
    RewardRun run = new RewardRun(layer(new int[0][]), reward, CORES, random(1));
    HostSignals signals = new HostSignals(List.of("reward"));
    signals.give(0, Map.of("reward", Signal.perNeuron(new double[] {given})));
    double scaled = given / unit;
    int expected = (int) Math.clamp(Math.floor(scaled + 0.5), -127, 127);
    run.step(new SpikeList[0], signals, 0);
    assertThat(run.r1()).containsOnly(expected);
    assertThat(run.clipped()).isEqualTo(Math.abs(Math.floor(scaled + 0.5)) > 127 ? 2 : 0);
    run.step(new SpikeList[0], signals, -1);
    assertThat(run.r1()).containsOnly(0);
  }

  /** Half of what there was, rounded either way, and what spikes add; cores draw for themselves. */
  @Property
  void spikesAddTheirValues(@ForAll long seed) {
    Random drawn = new Random(seed);
    int[][] added = new int[SENDERS][];
    Arrays.setAll(
        added,
        k -> {
          int shared = drawn.nextInt(-127, 128);
          return new int[] {shared, shared, drawn.nextInt(-127, 128)};
        });
    Reward reward = new Reward(new Reward.Spikes(0, HALF), 1);
    RewardRun run = new RewardRun(layer(added), reward, CORES, random(seed));
    HostSignals none = new HostSignals(List.of());
    int[] before = new int[3];
    for (int step = 0; step < 20; step++) {
      SpikeList sent = new SpikeList(SENDERS);
      int[] sum = new int[3];
      for (int k = 0; k < SENDERS; k++) {
        if (drawn.nextInt(4) == 0) {
          sent.add(k);
          for (int i = 0; i < 3; i++) {
            sum[i] += added[k][i];
          }
        }
      }
      run.step(new SpikeList[] {sent}, none, -1);
      for (int i = 0; i < 3; i++) {
        int low = Math.clamp(Math.floorDiv(before[i], 2) + (long) sum[i], -127, 127);
        int high = Math.clamp(Math.ceilDiv(before[i], 2) + (long) sum[i], -127, 127);
        assertThat(run.r1()[i]).isBetween(low, high);
      }
      assertThat(run.r1()[1]).isEqualTo(run.r1()[0]);
      before = run.r1().clone();
    }
    run.reset();
    assertThat(run.r1()).containsOnly(0);
  }
}
