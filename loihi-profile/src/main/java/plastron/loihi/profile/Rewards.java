package plastron.loihi.profile;

import java.util.ArrayList;
import java.util.List;
import plastron.export.stage.QuantizedLayer;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.Reward;

/** How many values of the reward trace the neurons of a core need. */
final class Rewards {

  private Rewards() {}

  /**
   * The most that neighbours need, wherever the layer is cut.
   *
   * @param neurons on one core
   */
  static int of(Reward reward, QuantizedLayer<LoihiProgram> layer, int neurons) {
    int most = 1;
    for (int from = 0; from + neurons <= layer.size(); from++) {
      most =
          Math.max(
              most,
              (int) of(reward, layer).subList(from, from + neurons).stream().distinct().count());
    }
    return most;
  }

  /** What tells apart the rewards of the neurons, one entry a neuron. */
  private static List<List<Integer>> of(Reward reward, QuantizedLayer<LoihiProgram> layer) {
    List<List<Integer>> rewards = new ArrayList<>();
    for (int i = 0; i < layer.size(); i++) {
      int neuron = i;
      rewards.add(
          switch (reward.source()) {
            case Reward.Host host -> host.perNeuron() ? List.of(neuron) : List.of();
            case Reward.Spikes spikes -> column(layer.array(LoihiProgram.REWARD).values(), neuron);
          });
    }
    return rewards;
  }

  private static List<Integer> column(int[][] rows, int neuron) {
    List<Integer> column = new ArrayList<>();
    for (int[] row : rows) {
      column.add(row[neuron]);
    }
    return column;
  }
}
