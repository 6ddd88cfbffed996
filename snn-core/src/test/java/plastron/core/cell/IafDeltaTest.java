package plastron.core.cell;

import static plastron.core.cell.NeuronModelContract.membrane;

import java.util.SplittableRandom;

class IafDeltaTest implements VectorCellsContract {

  @Override
  public NeuronModel model(int neurons, SplittableRandom random) {
    return new IafDelta(membrane(neurons, random));
  }

  @Override
  public double weight() {
    return 4;
  }
}
