package plastron.core.cell;

import static plastron.core.cell.NeuronModelContract.drawn;

import java.util.SplittableRandom;
import plastron.core.discrete.DiscreteLif;
import plastron.core.discrete.SynapticFilter;
import plastron.core.network.Neuron;
import plastron.core.network.Values;

class DiscreteLifTest implements NeuronModelContract {

  @Override
  public NeuronModel model(int neurons, SplittableRandom random) {
    return new DiscreteLif(
        drawn(neurons, 20, 40, random),
        drawn(neurons, 0.9, 0.99, random),
        Values.of(0),
        random.nextBoolean() ? Neuron.Reset.HARD : Neuron.Reset.SUBTRACT_THRESHOLD,
        random.nextInt(4),
        random.nextBoolean() ? SynapticFilter.FIRST_ORDER : SynapticFilter.SECOND_ORDER,
        drawn(neurons, 0.5, 0.9, random),
        random.nextInt(4));
  }

  @Override
  public double weight() {
    return 20;
  }
}
