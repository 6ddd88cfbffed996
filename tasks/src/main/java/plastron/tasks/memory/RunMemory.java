package plastron.tasks.memory;

import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.run.PlasticRunner;
import plastron.slayer.sweep.SweepMemory;
import plastron.slayer.train.TrainingOutline;
import plastron.tasks.config.Configuration;
import plastron.tasks.model.TrainingSetup;
import plastron.tasks.run.Checkpoint;

/** What it takes to open a run: the initial model is made again, and its outputs are balanced. */
public final class RunMemory {

  private RunMemory() {}

  /**
   * About how many bytes are taken where a run is opened and its model is run by one thread.
   *
   * @param heap bytes of Java's heap
   */
  public static double bytes(Configuration config, long heap) {
    TrainingOutline plan = TrainingSetup.outline(config, heap);
    PlasticGraph model = plan.model();
    SweepMemory sweep = plan.precision().memory(model, plan.sweep());
    int steps = TrainingSetup.design(config).longestSteps();
    double balancing = (double) sweep.bytes() + sweep.tape(plan.sweep().tape(), steps);
    // The checkpoint as it was read and its numbers.
    double running = model.bytes() + 2.0 * Checkpoint.bytes(plan) + PlasticRunner.bytes(model);
    return model.bytes() + Math.max(balancing, running);
  }
}
