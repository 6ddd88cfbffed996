package plastron.tasks.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plastron.plasticity.catalogue.Catalogue;
import plastron.tasks.config.Setting.Choice;
import plastron.tasks.config.Setting.Flag;
import plastron.tasks.config.Setting.Real;
import plastron.tasks.config.Setting.Whole;
import plastron.tasks.config.Setting.Wholes;

/** Table {@code model}: the network at the start. */
public final class ModelSettings {

  private static final List<String> DRAWS = List.of("normal", "uniform", "orthogonal");

  /** Hidden neurons by layer. */
  public static final Wholes HIDDEN =
      new Wholes("model.hidden", 1, 100_000, "hidden neurons; a list for several hidden layers");

  /** No synapses from hidden layers to themselves. */
  public static final String NO_RECURRENT = "none";

  /** Rule of recurrent synapses. */
  public static final Choice RECURRENT =
      new Choice(
          "model.recurrent",
          Stream.concat(Stream.of(NO_RECURRENT), Catalogue.names().stream()).toList(),
          "rule of synapses from every hidden layer to itself",
          Optional.of(NO_RECURRENT));

  /** No synapses from the input to the output. */
  public static final String NO_SKIP = "none";

  /** Rule of a second pathway. */
  public static final Choice SKIP =
      new Choice(
          "model.skip",
          Stream.concat(Stream.of(NO_SKIP), Catalogue.names().stream()).toList(),
          "rule of synapses from the input straight to the output, past all hidden layers",
          Optional.of(NO_SKIP));

  /** Inhibition among output neurons. */
  public static final Real INHIBITION =
      new Real(
          "model.inhibition",
          0,
          1e6,
          "what a spike of an output neuron takes from all of them at the start, 0 for no synapses",
          Optional.of(0.0));

  /** Threshold. */
  public static final Real THETA = positive("theta", "firing threshold");

  /** Synaptic time constant. */
  public static final Real TAU_S = positive("tau_s", "synaptic time constant in steps");

  /** Refractory time constant. */
  public static final Real TAU_REF =
      positive("tau_ref", "refractory time constant in steps, without hardware only");

  /** Refractory strength. */
  public static final Real RHO =
      new Real("model.rho", 0, 1e6, "refractory strength in thresholds, without hardware only");

  /** Membrane time constant. */
  public static final Real TAU_M =
      positive("tau_m", "membrane time constant in steps, with hardware only");

  /** Steps per window. */
  public static final Whole UPDATE_INTERVAL =
      new Whole("model.update_interval", 1, 100_000, "steps between trace updates");

  /** Reference rate. */
  public static final Real R_REF = positive("r_ref", "rates are divided by this");

  /** Bound on traces. */
  public static final Real E_CLIP =
      new Real(
          "model.e_clip", Double.MIN_NORMAL, Double.POSITIVE_INFINITY, "bound on the traces E");

  /** Axis of alpha. */
  public static final Choice ALPHA_AXIS =
      new Choice(
          "model.alpha_axis",
          List.of("synapse", "post", "global"),
          "one alpha per synapse, neuron or layer");

  /** Distribution of weights. */
  public static final Choice W_DRAW = new Choice("model.w_draw", DRAWS, "how weights are drawn");

  /** Mean of weights times inputs. */
  public static final Real W_MEAN =
      real("w_mean", "mean of W times the number of inputs, not of recurrent synapses");

  /** Deviation of weights times root of inputs. */
  public static final Real W_GAIN =
      new Real("model.w_gain", 0, 1e6, "deviation of W times the root of the number of inputs");

  /** Mean of alpha. */
  public static final Real ALPHA_MEAN = real("alpha_mean", "mean of alpha");

  /** Deviation of alpha. */
  public static final Real ALPHA_SD = new Real("model.alpha_sd", 0, 1e6, "deviation of alpha");

  /** Trace rate. */
  public static final Real ETA = new Real("model.eta", 0, 1, "trace rate eta at the start");

  /** Threshold rate. */
  public static final Real ETA_PHI =
      new Real("model.eta_phi", 0, 1, "rate of the sliding threshold at the start, BCM rules");

  /** Eligibility rate. */
  public static final Real ETA_E =
      new Real("model.eta_e", 0, 1, "rate of the eligibility trace at the start, ndp-elig rules");

  /** Amplitude of pairs of spikes. */
  public static final Real AMPLITUDE =
      new Real(
          "model.amplitude",
          0,
          1,
          "amplitudes of pairs of spikes at the start, stdp rules",
          Optional.of(0.01));

  /** Amplitude of triplets of spikes. */
  public static final Real AMPLITUDE_TRIPLET =
      new Real(
          "model.amplitude_triplet",
          0,
          1,
          "amplitudes of triplets of spikes at the start, stdp-triplet",
          Optional.of(0.001));

  /** Threshold offset. */
  public static final Real PSI = real("psi", "threshold offset at the start, BCM rules");

  /** Distribution of modulator weights. */
  public static final Choice W_M_DRAW =
      new Choice("model.w_m_draw", DRAWS, "how modulator weights are drawn");

  /** Deviation of modulator weights times root of modulators. */
  public static final Real W_M_GAIN =
      new Real("model.w_m_gain", 0, 1e6, "deviation of W_m and W_n times the root of their inputs");

  /** Whether output weights are rescaled. */
  public static final Flag BALANCE_OUTPUT =
      new Flag(
          "model.balance_output",
          "whether output weights are rescaled at the start to a rate of 0.1 to 0.4");

  /** All of them, for networks of layers, in the order in which files list them. */
  public static final List<Setting<?>> ALL =
      List.of(
          HIDDEN,
          RECURRENT,
          SKIP,
          INHIBITION,
          THETA,
          TAU_S,
          TAU_REF,
          RHO,
          TAU_M,
          UPDATE_INTERVAL,
          R_REF,
          E_CLIP,
          ALPHA_AXIS,
          W_DRAW,
          W_MEAN,
          W_GAIN,
          ALPHA_MEAN,
          ALPHA_SD,
          ETA,
          ETA_PHI,
          ETA_E,
          AMPLITUDE,
          AMPLITUDE_TRIPLET,
          PSI,
          W_M_DRAW,
          W_M_GAIN,
          BALANCE_OUTPUT);

  private ModelSettings() {}

  private static Real positive(String name, String meaning) {
    return new Real("model." + name, Double.MIN_NORMAL, 1e6, meaning);
  }

  private static Real real(String name, String meaning) {
    return new Real("model." + name, -1e6, 1e6, meaning);
  }
}
