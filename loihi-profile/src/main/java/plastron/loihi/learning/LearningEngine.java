package plastron.loihi.learning;

import java.util.Arrays;
import java.util.Optional;
import plastron.core.ledger.Departure;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.emulator.SpikeList;
import plastron.loihi.random.RandomSource;

/**
 * The learning engine over the synapses of one connection (lava,
 * PyLearningDenseModelBitApproximate). In every step call {@link #spikes}, with three-factor rules
 * then {@link #write}, then {@link #learn}. Owned by one thread; a step allocates nothing.
 */
@Departure(
    from = "Lava",
    manner = Departure.Manner.FOLLOWED,
    what = "A third factor below zero becomes 0 in every epoch in which its neuron spikes.",
    reason =
        "The vectors have it. Compiled models split a signed factor into two that are "
            + "never negative (y2, y3).",
    test = "VectorsTest.agreesWithTheReference")
@Departure(
    from = "Lava",
    manner = Departure.Manner.FOLLOWED,
    what =
        "Of several spikes in an epoch the last one's time is kept, and earlier ones take "
            + "effect at once; coincident spikes of both sides see each other's impulse.",
    reason = "The vectors have it; the compiler chooses short epochs.",
    test = "RepeatedSpikesTest.lavaRoundsEarlierOnesUp")
@Departure(
    from = "Lava",
    manner = Departure.Manner.FOLLOWED,
    what = "Products wrap in 32 bits before they are scaled.",
    reason = "The vectors have it; rules that could wrap are refused (L-MAC-OVF).",
    test = "ExhaustiveScalesTest.everyScaledProductIsTheExactOneWrappedShiftedAndLimited")
@Departure(
    from = "Lava",
    manner = Departure.Manner.FOLLOWED,
    what =
        "Learned weights keep their lowest bit where fixed ones of both signs have lost "
            + "it, and tags reach from -257 to 255.",
    reason = "The vectors have it; that silicon drops the bit costs one unit.",
    test = "VectorsTest.agreesWithTheReference")
public final class LearningEngine {

  /** Smallest tag; one below the 9-bit range, as Lava limits it. */
  public static final int TAG_MIN = -257;

  /** Largest tag and largest delay variable. */
  public static final int TAG_MAX = 255;

  private final LearningParameters parameters;
  private final RandomSource random;
  private final LearningCounts counts = new LearningCounts();
  private final TraceBank pre;
  private final TraceBank post;
  private final SynapticState synapses;
  private final EpochState state;
  private final Optional<VariableUpdate> dw;
  private final Optional<VariableUpdate> dd;
  private final Optional<VariableUpdate> dt;
  private final boolean[][] bounded;
  private int time;

  /**
   * Synapses before the first step.
   *
   * @param initial variables of the synapses, not modified
   * @param evaluation {@link Evaluation#ROWS} for runs
   */
  public LearningEngine(
      LearningParameters parameters,
      InitialSynapses initial,
      RandomSource random,
      Evaluation evaluation) {
    this.parameters = parameters;
    this.random = random;
    int pres = initial.pre();
    int posts = initial.post();
    int epoch = parameters.epoch();
    pre =
        new TraceBank(
            new TraceParameters[] {parameters.x1(), parameters.x2()}, pres, epoch, true, counts);
    post =
        new TraceBank(
            new TraceParameters[] {parameters.y1(), parameters.y2(), parameters.y3()},
            posts,
            epoch,
            false,
            counts);
    synapses = new SynapticState(initial);
    state = new EpochState(pre, post, synapses, counts, epoch);
    bounded = new boolean[pres][posts];
    int min = parameters.signMode().smallest();
    int max = parameters.signMode().largest();
    int zeros = parameters.weightZeros();
    initial.requireWeights(min, max);
    boolean[][] none = new boolean[pres][posts];
    dw =
        VariableUpdate.of(
            parameters.rule().dw(), state, synapses.weights, bounded, min, max, zeros, evaluation);
    dd =
        VariableUpdate.of(
            parameters.rule().dd(), state, synapses.delays, none, 0, TAG_MAX, 0, evaluation);
    dt =
        VariableUpdate.of(
            parameters.rule().dt(), state, synapses.tags, none, TAG_MIN, TAG_MAX, 0, evaluation);
  }

  /**
   * Says which weights the model's rule itself keeps inside the range of weights, so that limiting
   * them loses nothing: their limits are counted apart. None unless said.
   *
   * @param preByPost one entry a synapse; copied
   */
  public void bounded(boolean[][] preByPost) {
    for (int j = 0; j < bounded.length; j++) {
      System.arraycopy(preByPost[j], 0, bounded[j], 0, bounded[j].length);
    }
  }

  /**
   * Starts a step with its spikes.
   *
   * @param preSpikes of the pre population, not modified
   * @param postSpikes of the post population in the same step, not modified
   */
  public void spikes(SpikeList preSpikes, SpikeList postSpikes) {
    time++;
    random.nextStep();
    int within = (time - 1) % parameters.epoch() + 1;
    for (int k = 0; k < preSpikes.size(); k++) {
      pre.spike(preSpikes.get(k), within, random);
    }
    for (int k = 0; k < postSpikes.size(); k++) {
      post.spike(postSpikes.get(k), within, random);
    }
  }

  /**
   * Overwrites the post traces of a three-factor rule. Lava raises a negative value to 0 in any
   * epoch in which the neuron spiked, so a signed factor is better split into two traces.
   *
   * @param y1 one value a post neuron, not modified
   * @param y2 one value a post neuron, not modified
   * @param y3 one value a post neuron, not modified
   */
  public void write(int[] y1, int[] y2, int[] y3) {
    post.write(0, y1);
    post.write(1, y2);
    post.write(2, y3);
  }

  /**
   * Sets the reward trace that rules read from now on.
   *
   * @param r1 one value a post neuron, that of its core; copied
   */
  public void reward(int[] r1) {
    System.arraycopy(r1, 0, state.reward, 0, state.reward.length);
  }

  /** Ends a step; at the end of an epoch the traces decay and the rules are applied. */
  public void learn() {
    if (time % parameters.epoch() != 0) {
      return;
    }
    pre.replayEpoch(false, random);
    post.replayEpoch(parameters.thirdFactor(), random);
    pre.commit();
    if (!parameters.thirdFactor()) {
      post.commit();
    }
    int exponent = parameters.rule().decimateExponent().orElse(0);
    state.open = (time / parameters.epoch()) % (1 << exponent) == 0;
    random.nextEpoch();
    dw.ifPresent(update -> update.apply(random));
    dd.ifPresent(update -> update.apply(random));
    dt.ifPresent(update -> update.apply(random));
    pre.forgetSpikes();
    post.forgetSpikes();
  }

  /** Puts time, traces and synapses back to the start; counts and the random source stay. */
  public void reset() {
    time = 0;
    pre.reset();
    post.reset();
    synapses.reset();
    Arrays.fill(state.reward, 0);
  }

  /** How weights are rounded. */
  LoihiArithmetic arithmetic() {
    return parameters.arithmetic();
  }

  /** How often values did not fit. */
  public LearningCounts counts() {
    return counts;
  }

  /** The weights of one pre neuron, one a post neuron; live, must not be modified. */
  public int[] weightRow(int preNeuron) {
    return synapses.weights[preNeuron];
  }

  /** A weight after the last step. */
  public int weight(int preNeuron, int postNeuron) {
    return synapses.weights[preNeuron][postNeuron];
  }

  /** A tag (Lava's tag_1) after the last step. */
  public int tag(int preNeuron, int postNeuron) {
    return synapses.tags[preNeuron][postNeuron];
  }

  /** A delay variable (Lava's tag_2) after the last step. */
  public int delay(int preNeuron, int postNeuron) {
    return synapses.delays[preNeuron][postNeuron];
  }

  /** Trace x1 or x2 of a pre neuron after the last step. */
  public int x(int trace, int neuron) {
    return pre.value(trace - 1, neuron);
  }

  /** Trace y1, y2 or y3 of a post neuron after the last step. */
  public int y(int trace, int neuron) {
    return post.value(trace - 1, neuron);
  }
}
