package plastron.slayer.train;

import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import plastron.core.random.Seeds;
import plastron.core.run.Input;
import plastron.plasticity.model.PlasticGraph;
import plastron.slayer.objective.Responder;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.Observed;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.StateGrid;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepMemory;
import plastron.slayer.sweep.SweepState;
import plastron.slayer.sweep.Tape;
import plastron.slayer.sweep.TapeLimit;

/**
 * What one thread needs to run episodes: a sweep, and a tape for episodes that need none later.
 *
 * <p>Where a trial depends on what the network does in it, the network goes through it twice: once
 * in chunks, on a tape that each chunk takes over from the one before, and then, when all that it
 * was given is known, as a whole, with the same bits. Keeping the chunks' tapes instead would save
 * the second, about a tenth of the time, and take a copy of all that evolves for every chunk of
 * every trial in the batch: with plastic synapses far more than the tape of the whole, which a
 * {@link TapeLimit} keeps as small as it has to be. Going back is the same for all trials then,
 * {@link plastron.slayer.sweep.SweepOptions#truncateWindows} included.
 */
final class BatchWorker {

  /** Tells what rounding draws from what else is drawn in an episode. */
  private static final long ROUNDING = -1;

  private final TrainingPlan plan;
  private final Sweep sweep;
  private final Tape tape;
  private final Adjoints adjoints;
  private final FlatVector single;
  private final Network network;
  private long loaded = -1;

  /** Whether the sweep holds gradients; those of a batch that failed are nobody's. */
  private boolean holding;

  BatchWorker(TrainingPlan plan) {
    this.plan = plan;
    sweep = plan.precision().sweep(plan.initial(), plan.sweep());
    tape = sweep.tape();
    adjoints = new Adjoints(plan.initial().graph());
    single = new FlatVector(new ParameterLayout(plan.initial()).size());
    network = new Network();
  }

  /** The network in a trial that depends on it. */
  private final class Network implements Responder {

    private @Nullable SweepState state;

    @Override
    public Observed respond(Input chunk) {
      if (state == null) {
        state = sweep.state();
      }
      sweep.forward(tape, state, chunk);
      return tape;
    }

    /** At rest. */
    Network rest() {
      if (state != null) {
        state.clear();
      }
      return this;
    }
  }

  /**
   * Bytes of a worker on whose own tape no whole episode is.
   *
   * @param chunk steps of the longest chunk that the network responds to, 0 if it never does
   */
  static long bytes(PlasticGraph model, SweepMemory sweep, TapeLimit limit, int chunk) {
    long loop = chunk == 0 ? 0 : sweep.boundary() + sweep.past() + sweep.chunkTape(limit, chunk);
    return sweep.bytes() + FlatVector.bytes(model.parameters()) + loop;
  }

  /** Takes over the parameters of an iteration, once. */
  void load(FlatVector parameters, List<StateGrid> states, long iteration) {
    if (loaded != iteration) {
      sweep.load(parameters);
      sweep.round(states);
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
    // A network that meets nothing but rounding comes to need it; one that meets both is right for
    // both.
    if ((iteration + slot.index) % 2 == 0) {
      sweep.key(Seeds.then(Seeds.of(plan.seed(), iteration, slot.index), ROUNDING));
    } else {
      sweep.exact();
    }
    SplittableRandom random = Seeds.generator(plan.seed(), iteration, slot.index);
    Trial<?> drawn = Trial.draw(plan.task(), random, network.rest());
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
