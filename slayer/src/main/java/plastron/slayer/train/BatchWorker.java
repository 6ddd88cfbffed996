package plastron.slayer.train;

import java.util.SplittableRandom;
import plastron.core.random.Seeds;
import plastron.plasticity.model.PlasticGraph;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepMemory;
import plastron.slayer.sweep.Tape;

/** What one thread needs to run episodes: a sweep, and a tape for episodes that need none later. */
final class BatchWorker {

  private final TrainingPlan plan;
  private final Sweep sweep;
  private final Tape tape;
  private final Adjoints adjoints;
  private final FlatVector single;
  private long loaded = -1;

  /** Whether the sweep holds gradients; those of a batch that failed are nobody's. */
  private boolean holding;

  BatchWorker(TrainingPlan plan) {
    this.plan = plan;
    sweep = plan.precision().sweep(plan.initial(), plan.sweep());
    tape = sweep.tape();
    adjoints = new Adjoints(plan.initial().graph());
    single = new FlatVector(new ParameterLayout(plan.initial()).size());
  }

  /** Bytes of a worker whose own tape is not used. */
  static long bytes(PlasticGraph model, SweepMemory sweep) {
    return sweep.bytes() + FlatVector.bytes(model.parameters());
  }

  /** Takes over the parameters of an iteration, once. */
  void load(FlatVector parameters, long iteration) {
    if (loaded != iteration) {
      sweep.load(parameters);
      loaded = iteration;
    }
  }

  /** A new tape that outlives the next episode. */
  Tape newTape() {
    return sweep.tape();
  }

  /** Draws an episode, runs it on this worker's tape and judges the output. */
  void forward(BatchSlot slot, long iteration) {
    forward(slot, tape, iteration);
  }

  /** Draws an episode, runs it on a tape and judges the output. */
  void forward(BatchSlot slot, Tape record, long iteration) {
    SplittableRandom random = Seeds.generator(plan.seed(), iteration, slot.index);
    Trial<?> drawn = Trial.draw(plan.task(), random);
    sweep.forward(record, drawn.input());
    slot.keep(new BatchSlot.Run(drawn, record, drawn.judge(record, random)));
  }

  /**
   * Runs the same episode backwards.
   *
   * @param summary of the batch, see {@link plastron.slayer.objective.Objective#summary}
   * @param gradient receives the episode's gradient, clipped, if single episodes are clipped;
   *     otherwise it waits for {@link #end}
   */
  void backward(BatchSlot slot, double[] summary, long iteration, FlatVector gradient) {
    BatchSlot.Run run = slot.run();
    adjoints.clear();
    slot.loss =
        run.trial().loss(run.judgement(), summary, iteration).evaluate(run.tape(), adjoints);
    holding = true;
    sweep.backward(run.tape(), adjoints);
    if (plan.episodeClipNorm() < Double.POSITIVE_INFINITY) {
      drain(single);
      double norm = single.norm();
      gradient.add(norm > plan.episodeClipNorm() ? plan.episodeClipNorm() / norm : 1, single);
    }
  }

  private void drain(FlatVector to) {
    sweep.drain(to);
    holding = false;
  }

  /** Before the episodes that {@code gradient} is the sum of. */
  void begin(FlatVector gradient) {
    if (holding) {
      drain(single);
    }
    if (plan.episodeClipNorm() < Double.POSITIVE_INFINITY) {
      gradient.clear();
    }
  }

  /** After them: fetches what {@link #backward} has left over. */
  void end(FlatVector gradient) {
    if (plan.episodeClipNorm() == Double.POSITIVE_INFINITY) {
      drain(gradient);
    }
  }
}
