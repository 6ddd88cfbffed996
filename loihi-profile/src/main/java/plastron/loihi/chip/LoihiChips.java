package plastron.loihi.chip;

import static plastron.export.resource.Evidence.CONFIRMED;
import static plastron.export.resource.Evidence.OPEN;
import static plastron.export.resource.Scope.CORE;

import java.util.List;
import java.util.stream.Stream;
import plastron.export.resource.Limit;
import plastron.loihi.arithmetic.Loihi1Limits;

/** The members of the family. */
public final class LoihiChips {

  private static final String DAVIES = "Davies et al. 2018, doi 10.1109/MM.2018.112130359";
  private static final String NENGO = "nengo-loihi 1.1, builder/block.py";
  private static final String BRIEF = "Intel Loihi 2 technology brief, 2021";

  private static final String NENGO_BOARD = "nengo-loihi 1.1, hardware/validate.py";

  /** Eight, of which nengo-loihi leaves the first unused. */
  private static final int FORMATS = 7;

  /** Of x1 and x2 together. */
  private static final int TRACES = 3;

  private LoihiChips() {}

  /** Loihi: 128 neurocores; the delay variable has 6 bits (Davies et al. 2018). */
  public static final LoihiChip LOIHI1 =
      new LoihiChip(
          "loihi1",
          "Intel Loihi",
          128,
          1,
          TraceWriter.NONE,
          false,
          31,
          6,
          List.of(
              new Limit(
                  LoihiChip.COMPARTMENTS,
                  CORE,
                  Loihi1Limits.COMPARTMENTS,
                  "compartments",
                  DAVIES,
                  CONFIRMED),
              new Limit(
                  LoihiChip.INPUT_AXONS,
                  CORE,
                  Loihi1Limits.INPUT_AXONS,
                  "input axons",
                  NENGO,
                  CONFIRMED),
              new Limit(
                  LoihiChip.OUTPUT_AXONS,
                  CORE,
                  Loihi1Limits.OUTPUT_AXONS,
                  "output axons",
                  NENGO,
                  CONFIRMED),
              new Limit(
                  LoihiChip.SYNAPSE_BITS,
                  CORE,
                  Loihi1Limits.SYNAPSE_BITS,
                  "bits of synaptic memory",
                  DAVIES,
                  CONFIRMED),
              new Limit(
                  LoihiChip.LEARNING_PROFILES,
                  CORE,
                  8,
                  "learning profiles",
                  "not public; nengo-loihi uses 2",
                  OPEN),
              new Limit(
                  LoihiChip.SYNAPSE_FORMATS, CORE, FORMATS, "synapse formats", NENGO_BOARD, OPEN),
              new Limit(
                  LoihiChip.PRE_TRACE_PROFILES,
                  CORE,
                  TRACES,
                  "presynaptic trace profiles",
                  NENGO_BOARD,
                  OPEN)));

  /** Reward trace of a core, what Davies et al. say of it and no more. */
  private static final Limit REWARDS =
      new Limit(
          LoihiChip.REWARD_CHANNELS,
          CORE,
          1,
          "reward channels",
          "not public; one trace r1 is assumed",
          OPEN);

  /**
   * Loihi whose learning rules read the reward trace r1, one signed value for all synapses of a
   * core (Davies et al. 2018). Of Intel's tools NxSDK alone has it, Lava does not.
   */
  public static final LoihiChip LOIHI1_REWARD =
      new LoihiChip(
          "loihi1-reward",
          "Intel Loihi, reward channel",
          LOIHI1.cores(),
          LOIHI1.chips(),
          TraceWriter.NONE,
          true,
          LOIHI1.largestDelayValue(),
          LOIHI1.delayBits(),
          rewarded(LOIHI1.limits()));

  /**
   * Loihi with its three embedded x86 processors at work in every step: they read spike counters,
   * compute what the learning engine cannot and overwrite post traces. The cores are the same.
   */
  public static final LoihiChip LOIHI1_ASSISTED =
      new LoihiChip(
          "loihi1-assisted",
          "Intel Loihi, assisted",
          LOIHI1.cores(),
          LOIHI1.chips(),
          TraceWriter.EMBEDDED_PROCESSORS,
          false,
          LOIHI1.largestDelayValue(),
          LOIHI1.delayBits(),
          LOIHI1.limits());

  /**
   * Both: what all neurons of a layer share is the reward trace, processors write what they do not
   * share.
   */
  public static final LoihiChip LOIHI1_ASSISTED_REWARD =
      new LoihiChip(
          "loihi1-assisted-reward",
          "Intel Loihi, assisted, reward channel",
          LOIHI1.cores(),
          LOIHI1.chips(),
          TraceWriter.EMBEDDED_PROCESSORS,
          true,
          LOIHI1.largestDelayValue(),
          LOIHI1.delayBits(),
          rewarded(LOIHI1.limits()));

  /**
   * Loihi 2: 120 neurocores, the number in Lava's public constants (subcompilers/constants.py;
   * nominal 128). How a core's memory is shared between neurons and synapses is not public: all 192
   * KB are counted for synapses.
   */
  public static final LoihiChip LOIHI2 =
      new LoihiChip(
          "loihi2",
          "Intel Loihi 2",
          120,
          1,
          TraceWriter.NEURONS,
          false,
          127,
          8,
          List.of(
              new Limit(LoihiChip.COMPARTMENTS, CORE, 8192, "compartments", BRIEF, CONFIRMED),
              new Limit(
                  LoihiChip.INPUT_AXONS, CORE, 4096, "input axons", "as Loihi: " + NENGO, OPEN),
              new Limit(
                  LoihiChip.OUTPUT_AXONS, CORE, 4096, "output axons", "as Loihi: " + NENGO, OPEN),
              new Limit(
                  LoihiChip.SYNAPSE_BITS,
                  CORE,
                  192L * 1024 * 8,
                  "bits of synaptic memory",
                  "192 KB a core, arXiv 2601.10035",
                  OPEN),
              new Limit(
                  LoihiChip.LEARNING_PROFILES, CORE, 8, "learning profiles", "not public", OPEN),
              new Limit(
                  LoihiChip.NEURON_STATE,
                  CORE,
                  8192L * 24,
                  "bytes of neuron state",
                  "not public; 24 a neuron",
                  OPEN),
              new Limit(
                  LoihiChip.STATE_OF_A_NEURON,
                  CORE,
                  4096,
                  "bytes of state a neuron",
                  BRIEF,
                  CONFIRMED),
              new Limit(
                  LoihiChip.SYNAPSE_FORMATS,
                  CORE,
                  FORMATS,
                  "synapse formats",
                  "as Loihi: " + NENGO_BOARD,
                  OPEN),
              new Limit(
                  LoihiChip.PRE_TRACE_PROFILES,
                  CORE,
                  TRACES,
                  "presynaptic trace profiles",
                  "as Loihi: " + NENGO_BOARD,
                  OPEN)));

  /** All of them. */
  public static final List<LoihiChip> ALL =
      List.of(LOIHI1, LOIHI1_REWARD, LOIHI1_ASSISTED, LOIHI1_ASSISTED_REWARD, LOIHI2);

  private static List<Limit> rewarded(List<Limit> limits) {
    return Stream.concat(limits.stream(), Stream.of(REWARDS)).toList();
  }
}
