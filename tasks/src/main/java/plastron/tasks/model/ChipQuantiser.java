package plastron.tasks.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.stage.ExportOptions;
import plastron.export.stage.RoundedState;
import plastron.export.stage.ScaledLayer;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.run.PlasticRunner;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.StateGrid;
import plastron.slayer.train.ParameterGrids;
import plastron.slayer.train.Quantiser;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.TrainingSettings;
import plastron.tasks.design.Streams;
import plastron.tasks.design.TaskDesign;
import plastron.tasks.measure.EpisodeRunners;
import plastron.tasks.measure.Trials;

/**
 * Asks a chip what it would round the parameters of rules to: the scales are those that the
 * compiler chooses for an export of the model as it is.
 *
 * @param chip the chip in mind
 * @param options what the run chooses for its exports
 * @param trials that ranges are measured on, those of an export
 * @param from iteration of the first answer
 * @param every iterations from one answer to the next, at least 1
 */
record ChipQuantiser(
    ChipProfile<?, ?> chip, ExportOptions options, Trials trials, long from, long every)
    implements Quantiser {

  /** A thread's rounding takes about so many times as much as a float simulator. */
  private static final double ARRAYS = 10;

  /** Of a configuration: none if it has no chip in mind or trains in real numbers. */
  static Quantiser of(Configuration config, TaskDesign<?> design) {
    if (!rounds(config)) {
      return NONE;
    }
    return new ChipQuantiser(
        ChipProfiles.named(config.get(RunSettings.HARDWARE)),
        new ExportOptions(1, settings(config)),
        new Trials(
            design,
            config.get(RunSettings.SEED),
            Streams.CALIBRATION,
            config.count(TrainingSettings.QUANTISE_TRIALS)),
        config.get(TrainingSettings.QUANTISE_FROM),
        config.get(TrainingSettings.QUANTISE_EVERY));
  }

  /** Whether training rounds what a chip rounds. */
  static boolean rounds(Configuration config) {
    return config.has(TrainingSettings.QUANTISE_EVERY)
        && config.get(TrainingSettings.QUANTISE_EVERY) != TrainingSettings.NEVER
        && !config.get(RunSettings.HARDWARE).equals(RunSettings.NO_HARDWARE);
  }

  /**
   * About how many bytes rounding takes: a float model with its calibration trials, and in every
   * thread the numbers that its states are rounded by.
   *
   * @param steps of a trial
   */
  static double bytes(Configuration config, PlasticGraph model, int steps, int threads) {
    if (!rounds(config)) {
      return 0;
    }
    double trials = config.count(TrainingSettings.QUANTISE_TRIALS);
    return (1.0 + ARRAYS * threads) * PlasticRunner.bytes(model)
        + trials * SpikeRaster.bytes(steps, model.sizes()[0]);
  }

  /** What a run chooses for exports to its own chip. */
  static Map<String, String> settings(Configuration config) {
    Map<String, String> settings = new LinkedHashMap<>();
    TrainingSettings.OF_EXPORTS.forEach(
        (name, setting) -> {
          if (config.has(setting) && config.get(setting) != TrainingSettings.ALL_BITS) {
            settings.put(name, config.get(setting).toString());
          }
        });
    return settings;
  }

  @Override
  public boolean isDue(long iteration) {
    return iteration >= from && (iteration - from) % every == 0;
  }

  @Override
  public ParameterGrids grids(PlasticModel model) {
    try {
      return chosen(model, chip, options, trials);
    } catch (ExportRefusedException e) {
      return new ParameterGrids(
          List.of(),
          List.of(),
          List.of(
              "%s refuses the model as it is, which trains on in real numbers: %s"
                  .formatted(chip.title(), e.refusals().getFirst())));
    }
  }

  /**
   * The grids of the scales that the compiler chooses.
   *
   * @throws ExportRefusedException if it has none
   */
  static ParameterGrids chosen(
      PlasticModel model, ChipProfile<?, ?> chip, ExportOptions options, Trials trials) {
    List<Input> examples = trials.inputs(EpisodeRunners.of(model));
    List<? extends ScaledLayer<?>> layers =
        ExportPipeline.to(chip).scales(model, examples, options).layers();
    List<StateGrid> states = new ArrayList<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      for (RoundedState state : layers.get(layer).states()) {
        String factor = state.factor().map(Symbol::name).orElse("");
        states.add(
            new StateGrid(layer, state.state().name(), factor, state.grid(), state.products()));
      }
    }
    List<Grid> grids = new ArrayList<>();
    Set<String> exact = new TreeSet<>();
    for (ParameterLayout.RuleSlot slot : new ParameterLayout(model).rules()) {
      // Layers are projections, which come first among sites; drives are not rounded.
      Map<Symbol, Grid> ofLayer =
          slot.site() < layers.size() ? layers.get(slot.site()).grids() : Map.of();
      Grid grid = ofLayer.getOrDefault(slot.symbol(), Grid.EXACT);
      grids.add(grid);
      if (grid.isExact()) {
        exact.add(slot.symbol().name());
      }
    }
    return new ParameterGrids(grids, states, notes(chip, exact, states));
  }

  /** What is rounded, and by name what a sweep cannot round. */
  private static List<String> notes(
      ChipProfile<?, ?> chip, Set<String> exact, List<StateGrid> states) {
    Set<String> rounded = new TreeSet<>();
    states.forEach(state -> rounded.add(state.state()));
    return List.of(
        "Training rounds what %s holds of parameters%s. In real numbers it leaves %sother rates, states and signals, and neurons."
            .formatted(
                chip.title(),
                rounded.isEmpty() ? "" : ", and while it learns " + String.join(", ", rounded),
                exact.isEmpty() ? "" : String.join(", ", exact) + ", "));
  }
}
