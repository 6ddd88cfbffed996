package plastron.core.cell;

import static plastron.core.cell.NeuronModelContract.drawn;
import static plastron.core.cell.NeuronModelContract.membrane;

import java.util.SplittableRandom;

class IafCondExpTest implements NeuronModelContract {

  @Override
  public NeuronModel model(int neurons, SplittableRandom random) {
    return new IafCondExp(
        membrane(neurons, random),
        drawn(neurons, 1, 8, random),
        drawn(neurons, 1, 8, random),
        drawn(neurons, -5, 5, random),
        drawn(neurons, -85, -75, random));
  }

  @Override
  public Cells plain(NeuronModel model, int neurons) {
    return ((IafCondExp) model).plain(0, neurons, DT_MS);
  }

  @Override
  public double weight() {
    return 40;
  }
}
