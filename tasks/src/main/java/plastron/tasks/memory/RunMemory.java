package plastron.tasks.memory;

import plastron.plasticity.model.ModelOutline;
import plastron.plasticity.run.PlasticRunner;
import plastron.slayer.train.TrainingOutline;
import plastron.tasks.config.Configuration;
import plastron.tasks.model.TrainingSetup;
import plastron.tasks.run.Checkpoint;

/** What it takes to open a run. */
public final class RunMemory {

  private RunMemory() {}

  /**
   * About how many bytes are taken where a run is opened and its model is run by one thread.
   *
   * @param heap bytes of Java's heap
   */
  public static double bytes(Configuration config, long heap) {
    TrainingOutline plan = TrainingSetup.outline(config, heap);
    ModelOutline model = plan.model();
    // The initial model and the trained one; the checkpoint as it was read and its numbers.
    return 2.0 * model.bytes() + 2.0 * Checkpoint.bytes(plan) + PlasticRunner.bytes(model);
  }
}
