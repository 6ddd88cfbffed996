package plastron.core.cell;

import static plastron.core.cell.NeuronModelContract.drawn;
import static plastron.core.cell.NeuronModelContract.membrane;

import java.util.SplittableRandom;

class IafAlphaTest implements VectorCellsContract {

  @Override
  public NeuronModel model(int neurons, SplittableRandom random) {
    return new IafAlpha(
        membrane(neurons, random), drawn(neurons, 1, 8, random), drawn(neurons, 1, 8, random));
  }

  @Override
  public double weight() {
    return 400;
  }
}
