package plastron.slayer;

import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.f32.Sweep32;
import plastron.slayer.f64.Sweep64;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepMemory;
import plastron.slayer.sweep.SweepOptions;

/** The number format inside a sweep. */
public enum Precision {
  /** Single precision, for training. */
  FLOAT {
    @Override
    public Sweep sweep(PlasticModel model, SweepOptions options) {
      return new Sweep32(model, options);
    }

    @Override
    public SweepMemory memory(PlasticGraph graph, SweepOptions options) {
      return Sweep32.memory(graph, options);
    }
  },
  /** Double precision, for checks. */
  DOUBLE {
    @Override
    public Sweep sweep(PlasticModel model, SweepOptions options) {
      return new Sweep64(model, options);
    }

    @Override
    public SweepMemory memory(PlasticGraph graph, SweepOptions options) {
      return Sweep64.memory(graph, options);
    }
  };

  /**
   * A sweep for a model's shape; its parameter values are those of the model until others are
   * loaded.
   */
  public abstract Sweep sweep(PlasticModel model, SweepOptions options);

  /** What such a sweep and its tapes take, whether or not there is room for it. */
  public abstract SweepMemory memory(PlasticGraph graph, SweepOptions options);
}
