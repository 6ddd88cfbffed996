package plastron.export.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.image.ChipImage;
import plastron.export.operation.ChipCosts;
import plastron.export.predict.ComputedNetwork;
import plastron.export.predict.ComputedRule;
import plastron.export.range.AccumulatorRange;
import plastron.export.resource.Demand;
import plastron.export.resource.Limit;
import plastron.export.stage.CalibratedLayer;
import plastron.export.stage.MappedModel;
import plastron.export.stage.PlacedModel;
import plastron.export.stage.QuantizedLayer;
import plastron.export.stage.ScaledLayer;
import plastron.export.stage.ValidLayer;
import plastron.plasticity.rule.PlasticityRule;

/**
 * A chip, as the compiler sees it: its limits, the network form it runs, how a rule becomes a
 * program of its learning engine, and a bit-exact emulator. Implementations are found by {@link
 * java.util.ServiceLoader}, see {@link ChipProfiles}; they have no state and any thread may use
 * them.
 *
 * <p>The compiler calls the methods in the order in which they stand here. A method that meets
 * something the chip cannot do says so through {@link Diagnostics#refuse} and returns what it can;
 * the compiler stops after the pass, so that the user sees all reasons at once. Nothing lossy
 * happens without {@link Diagnostics#lossy}.
 *
 * @param <R> what a rule becomes on this chip, its coefficients still real numbers
 * @param <P> the program of a layer: what the chip executes, with all integers, exponents and
 *     formats
 */
public interface ChipProfile<R, P> {

  /** As the command line writes it, such as {@code loihi2}. */
  String name();

  /** For people, such as {@code Intel Loihi 2}. */
  String title();

  /** What the codes of its diagnostics start with, such as {@code L}. */
  String codePrefix();

  /** Everything the compiler checks, each with its source; names as in {@link #demand}. */
  List<Limit> limits();

  /**
   * How many neurocores (or application cores) a chip has for programs, and how many chips may be
   * used.
   */
  CoreGrid cores();

  /** The network form it runs natively, which is the form to train in. */
  HardwareForm form();

  /**
   * What a user may choose beside the chip, by name, each with the values that it may have; what
   * holds if nothing is chosen comes first.
   */
  default Map<String, List<String>> settings() {
    return Map.of();
  }

  /** What is wrong with a choice; empty if it is one of {@link #settings}. */
  default Optional<String> problem(String setting, String value) {
    List<String> values = settings().get(setting);
    if (values == null) {
      return Optional.of("setting (%s) is not known to %s.".formatted(setting, name()));
    }
    return values.contains(value)
        ? Optional.empty()
        : Optional.of("setting %s (%s) must be one of %s.".formatted(setting, value, values));
  }

  /** Whether learning rounds at random, so that two runs of the same episode may differ. */
  default boolean roundsAtRandom() {
    return false;
  }

  /** What becomes of a rule on this chip, before there are numbers. */
  RuleExplanation explain(PlasticityRule rule);

  /**
   * Turns a rule into what the chip can execute.
   *
   * @param layer in this chip's form; also the place to refuse time constants, settings and sizes
   * @return empty only if something was refused
   */
  Optional<R> legalize(ValidLayer layer, Diagnostics diagnostics);

  /**
   * Chooses all scales and formats of a population's layers and from them the coefficients of their
   * programs. What is still to be rounded is handed back with its scale.
   *
   * @param population all layers that share its neurons, at least one
   * @return as many layers, in this order; fewer only if something was refused
   */
  List<ScaledLayer<P>> chooseScales(List<CalibratedLayer<R>> population, Diagnostics diagnostics);

  /**
   * How many options there are for each choice that the scales of a population's layers leave. The
   * compiler makes one choice after the other: it tries all options, with the choices before it
   * made, on the calibration examples and takes the one with the least predicted error.
   *
   * @return none if there is nothing to try
   */
  default List<Integer> scaleChoices(List<CalibratedLayer<R>> population) {
    return List.of();
  }

  /**
   * {@link #chooseScales(List, Diagnostics)} with choices made.
   *
   * @param options one for each of {@link #scaleChoices}, counted from 0, which is what that method
   *     takes
   */
  default List<ScaledLayer<P>> chooseScales(
      List<CalibratedLayer<R>> population, List<Integer> options, Diagnostics diagnostics) {
    return chooseScales(population, diagnostics);
  }

  /**
   * Reads the program of a layer back: its rule as the chip will compute it, in the model's units.
   * The error that the export states is computed from this, so it is made from the integers that
   * the chip is loaded with, not from what they were rounded from.
   *
   * @return empty exactly if nothing changes in the layer
   */
  Optional<ComputedRule> computed(QuantizedLayer<P> layer);

  /**
   * What some neurons of a population need on one core, with the synapses they receive. Never less
   * for more neurons.
   *
   * @param population all layers that share its neurons, at least one
   * @param neurons how many, whichever they are; at least 1
   */
  Demand demand(List<QuantizedLayer<P>> population, int neurons);

  /**
   * What the spikes of some neurons need on their own core to find their way. Never less for more
   * neurons or destinations.
   *
   * @param neurons how many, at least 1
   * @param destinations parts of populations that each of them sends to, at least 1: whoever reads
   *     out spikes is one
   */
  default Demand routes(int neurons, int destinations) {
    return Demand.NONE;
  }

  /**
   * Whether a population may be cut into parts on several cores.
   *
   * @param population all layers that share its neurons, at least one
   */
  boolean mayCut(List<QuantizedLayer<P>> population);

  /** Puts a placed model into the chip's own terms. */
  MappedModel lower(PlacedModel<P> model, Diagnostics diagnostics);

  /**
   * Reads an image back as the network that it computes, in the model's units: what a comparison
   * with the model starts from that asks which operation makes them differ. Made from the integers
   * of the image alone.
   *
   * @return empty if this profile does not read its images back, so that nobody can ask why
   * @throws plastron.export.image.BrokenImageException if the image lacks something or holds what
   *     no register does
   */
  default Optional<ComputedNetwork> computed(ChipImage image) {
    return Optional.empty();
  }

  /**
   * How far every accumulator of an image is from its end, population by population. Made from the
   * integers of the image and its calibration alone.
   *
   * @throws plastron.export.image.BrokenImageException if the image lacks something or holds what
   *     no register does
   */
  default List<AccumulatorRange> ranges(ChipImage image) {
    return List.of();
  }

  /**
   * What an image costs by spike, step and interval, read from its integers alone.
   *
   * @return empty if this profile does not say, so that reports name no operations
   * @throws plastron.export.image.BrokenImageException if the image lacks something
   */
  default Optional<ChipCosts> costs(ChipImage image) {
    return Optional.empty();
  }

  /**
   * Everything that {@link #emulator} counts, saturations and overflows, in the order of reports.
   */
  List<Counter> counters();

  /**
   * An emulator of the chip that runs an image, bit for bit. Its {@code Recording.traces} are
   * {@code alpha.E} in the model's units, its {@code counters} are those of {@link #counters} by
   * layer, dot and name.
   *
   * @param image one that this profile made; the only source of the network
   * @param learning whether the learning rules run; if not, plastic weights stay at their start
   * @param seed of everything random; {@link ChipImage#seed()} for what the chip is loaded with
   * @throws plastron.export.image.BrokenImageException if the image lacks something
   */
  Emulator emulator(ChipImage image, boolean learning, long seed);
}
