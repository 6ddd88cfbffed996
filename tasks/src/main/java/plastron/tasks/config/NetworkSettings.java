package plastron.tasks.config;

import java.util.List;
import plastron.plasticity.catalogue.Catalogue;
import plastron.tasks.config.Setting.Choice;
import plastron.tasks.config.Setting.Real;
import plastron.tasks.config.Setting.Whole;

/**
 * What the tables of a network may say. All of it may be left out but the two ends of a projection:
 * the settings of the run are what it means then.
 */
public final class NetworkSettings {

  private static final int MOST = 100_000;

  /** Number of neurons. */
  public static final Whole SIZE =
      new Whole("size", 1, MOST, "number of neurons; the task's own of what it feeds and reads");

  /** Kind of neurons. */
  public static final Choice NEURON =
      new Choice(
          "neuron",
          List.of("source", "srm", "lif", "adaptive-lif", "integrator"),
          "spikes from outside, spike response model, leaky integrate-and-fire, the same with a"
              + " threshold that spikes raise, or a read-out");

  /** Threshold. */
  public static final NetworkSetting.Numbers THETA =
      new NetworkSetting.Numbers("theta", Double.MIN_NORMAL, 1e6, "firing threshold");

  /** Factor per step on the potential. */
  public static final NetworkSetting.Numbers DECAY =
      new NetworkSetting.Numbers("decay", 0, 1, "factor per step on the potential");

  /** Constant current. */
  public static final NetworkSetting.Numbers BIAS =
      new NetworkSetting.Numbers("bias", -1e6, 1e6, "constant current");

  /** Adaptation. */
  public static final NetworkSetting.Numbers ADAPTATION =
      new NetworkSetting.Numbers("adaptation", 0, 1e6, "how much a spike raises the threshold");

  /** Factor per step on what spikes raised. */
  public static final NetworkSetting.Numbers ADAPTATION_DECAY =
      new NetworkSetting.Numbers(
          "adaptation_decay", 0, 1, "factor per step on what spikes raised the threshold by");

  /** What a spike does. */
  public static final Choice RESET =
      new Choice("reset", List.of("hard", "subtract"), "potential to 0, or less by the threshold");

  /** Refractory steps. */
  public static final Whole REFRACTORY =
      new Whole("refractory", 0, MOST, "steps for which the potential is held at 0");

  /** Refractory time constant. */
  public static final Real TAU_REF =
      new Real("tau_ref", Double.MIN_NORMAL, 1e6, "refractory time constant in steps");

  /** Refractory strength. */
  public static final Real RHO = new Real("rho", 0, 1e6, "refractory strength in thresholds");

  /** What training may change. */
  public static final NetworkSetting.Names LEARN =
      new NetworkSetting.Names(
          "learn",
          List.of("theta", "decay", "bias", "adaptation", "adaptation_decay"),
          "numbers that training may change");

  /** What flows into all neurons beside spikes. */
  public static final NetworkSetting.Name CURRENT =
      new NetworkSetting.Name(
          "current",
          "module or signal of the task whose values of the last window are added to it");

  /** Of a population. */
  public static final List<Setting<?>> POPULATION =
      List.of(
          SIZE,
          NEURON,
          THETA,
          DECAY,
          BIAS,
          ADAPTATION,
          ADAPTATION_DECAY,
          RESET,
          REFRACTORY,
          TAU_REF,
          RHO,
          LEARN,
          CURRENT);

  /** Sender. */
  public static final NetworkSetting.Name FROM =
      new NetworkSetting.Name("from", "population that sends");

  /** Receiver. */
  public static final NetworkSetting.Name TO =
      new NetworkSetting.Name("to", "population that receives");

  /** Plasticity rule. */
  public static final Choice RULE =
      new Choice("rule", Catalogue.names(), "plasticity rule; static means fixed weights");

  /** Plasticity rule in the words of Lava. */
  public static final NetworkSetting.Line LAVA =
      new NetworkSetting.Line(
          "lava", "learning rule of Lava, in place of rule; plastron rules --lava says what it is");

  /** Source of a rule's modulator. */
  public static final NetworkSetting.Name MODULATOR =
      new NetworkSetting.Name(
          "modulator", "population, module or signal of the task that modulates it");

  /** Kernel. */
  public static final Choice KERNEL =
      new Choice(
          "kernel", List.of("exponential", "alpha", "delta"), "how a spike is spread over time");

  /** Time constant of the kernel. */
  public static final Real TAU_S =
      new Real("tau_s", Double.MIN_NORMAL, 1e6, "time constant of the kernel in steps");

  /** Delivery. */
  public static final Choice DELIVERY =
      new Choice(
          "delivery",
          List.of("trace", "arrival"),
          "the weight of now, or of when a spike arrived, while weights change");

  /** Latency. */
  public static final Whole LATENCY =
      new Whole(
          "latency", 0, MOST, "steps between a spike and its first effect, one more in a cycle");

  /** Side of the latency. */
  public static final Choice DELAY =
      new Choice("delay", List.of("dendrite", "axon"), "side of the synapse with the latency");

  /** Probability of a synapse. */
  public static final Real PROBABILITY =
      new Real("probability", 0, 1, "that a synapse is there; all are without");

  /** Synapses of each neuron. */
  public static final Whole IN_DEGREE =
      new Whole("in_degree", 0, MOST, "synapses that each neuron receives; all without");

  /** Seed of the synapses. */
  public static final Whole SEED =
      new Whole(
          "seed", Long.MIN_VALUE, Long.MAX_VALUE, "decides which synapses there are, of so few");

  /** Mean of weights times inputs. */
  public static final Real W_MEAN =
      new Real("w_mean", -1e6, 1e6, "mean of W times the number of inputs");

  /** Deviation of weights times root of inputs. */
  public static final Real W_GAIN =
      new Real("w_gain", 0, 1e6, "deviation of W times the root of the number of inputs");

  /** What parameters start from. */
  public static final NetworkSetting.Starts START =
      new NetworkSetting.Starts("start", "what parameters of the rule start from");

  /** Of a projection. */
  public static final List<Setting<?>> PROJECTION =
      List.of(
          FROM,
          TO,
          RULE,
          LAVA,
          MODULATOR,
          KERNEL,
          TAU_S,
          DELIVERY,
          LATENCY,
          DELAY,
          PROBABILITY,
          IN_DEGREE,
          SEED,
          W_MEAN,
          W_GAIN,
          START);

  /** Kind of a rate block. */
  public static final Choice BLOCK =
      new Choice(
          "block",
          List.of("dense", "rnn", "gru", "lstm"),
          "a layer without memory, or plain, gated or long short-term recurrent units");

  /** Number of rate units. */
  public static final Whole UNITS = new Whole("units", 1, MOST, "number of rate units");

  /** What rate units do with what they receive. */
  public static final Choice ACTIVATION =
      new Choice(
          "activation",
          List.of("linear", "relu", "tanh", "sigmoid", "srelu"),
          "of dense and rnn; tanh without");

  /** What a rate block reads. */
  public static final NetworkSetting.NameList READS =
      new NetworkSetting.NameList(
          "reads", "populations, whose rates, modules, and signals of the task that it reads");

  /** Of a module. */
  public static final List<Setting<?>> MODULE = List.of(BLOCK, UNITS, ACTIVATION, READS);

  private NetworkSettings() {}
}
