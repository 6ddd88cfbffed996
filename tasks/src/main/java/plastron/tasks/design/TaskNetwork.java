package plastron.tasks.design;

import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;

/** A network that a task is tried on. Immutable; making one is cheap. */
public interface TaskNetwork {

  /** The network without its numbers, always the same. */
  PlasticGraph graph();

  /** The network with its numbers. */
  PlasticModel initial();

  /**
   * Whether the weights of a projection are drawn, so that a task may choose others to start from.
   */
  boolean drawsWeights(PlasticProjection projection);

  /** A network whose numbers are what they are. */
  static TaskNetwork of(PlasticModel model) {
    return new TaskNetwork() {
      @Override
      public PlasticGraph graph() {
        return model.graph();
      }

      @Override
      public PlasticModel initial() {
        return model;
      }

      @Override
      public boolean drawsWeights(PlasticProjection projection) {
        return false;
      }
    };
  }
}
