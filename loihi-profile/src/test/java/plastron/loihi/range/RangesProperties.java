package plastron.loihi.range;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.contract.ContractCase;
import plastron.export.contract.RandomModels;
import plastron.export.contract.RandomNetworks;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.profile.HardwareForm;
import plastron.export.profile.ImageEmulator;
import plastron.export.range.AccumulatorRange;
import plastron.export.stage.ExportOptions;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.emulator.Lif;
import plastron.loihi.learning.LearningEngine;
import plastron.loihi.random.RandomSources;
import plastron.loihi.run.LoihiCores;

/** What random models do on a chip, driven as hard as can be, stays within the worst cases. */
class RangesProperties {

  private static final List<String> CHIPS = List.of("loihi1", "loihi1-assisted", "loihi2");
  private static final int STEPS = 96;

  /** Spikes of all sources in all steps; spikes of every third source in the last half. */
  private static List<SpikeRaster> hardest(ChipImage image, boolean all) {
    List<SpikeRaster> rasters = new ArrayList<>();
    image.populations().stream()
        .filter(p -> p.isSource())
        .forEach(
            source -> {
              SpikeRaster raster = new SpikeRaster(STEPS, source.size());
              for (int t = all ? 0 : STEPS / 2; t < STEPS; t++) {
                for (int j = 0; j < source.size(); j += all ? 1 : 3) {
                  raster.set(t, j);
                }
              }
              rasters.add(raster);
            });
    return rasters;
  }

  private static <R, P> Optional<ChipImage> compile(ChipProfile<R, P> chip, ContractCase drawn) {
    try {
      return Optional.of(
          ExportPipeline.to(chip).run(drawn.model(), drawn.calibration(), ExportOptions.DEFAULT));
    } catch (ExportRefusedException refused) {
      return Optional.empty();
    }
  }

  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void noEmulatedAccumulatorExceedsItsWorstCase(
      @ForAll long seed,
      @ForAll @IntRange(max = 2) int which,
      @ForAll boolean network,
      @ForAll boolean all) {
    ChipProfile<?, ?> chip = ChipProfiles.named(CHIPS.get(which));
    HardwareForm form = chip.form();
    ContractCase drawn = network ? RandomNetworks.draw(seed, form) : RandomModels.draw(seed, form);
    Optional<ChipImage> compiled = compile(chip, drawn);
    Assume.that(compiled.isPresent());
    ChipImage image = compiled.get();
    List<AccumulatorRange> ranges = chip.ranges(image);
    LoihiCores cores =
        new LoihiCores(image, LoihiArithmetic.DEFAULT, true, RandomSources.independent(seed));
    ImageEmulator emulator = new ImageEmulator(image, cores, seed);
    emulator.reset();
    List<SpikeRaster> inputs = hardest(image, all);
    for (int t = 0; t < STEPS; t++) {
      int step = t;
      emulator.run(Input.of(inputs.stream().map(r -> only(r, step)).toArray(SpikeRaster[]::new)));
      observe(image, cores, ranges);
    }
    Map<String, Long> counters = cores.counters();
    for (AccumulatorRange range : ranges) {
      // The float model's: rounding may add a few steps.
      assertThat(range.calibrated().orElse(0)).isLessThanOrEqualTo(1.03 * range.worst() + 2);
    }
    // Both groups of synapses share their counters.
    Map<String, Boolean> safe = new TreeMap<>();
    ranges.stream()
        .filter(range -> !range.counter().isEmpty())
        .forEach(
            range ->
                safe.merge(
                    range.of() + "." + range.counter(), range.isSafe(), Boolean::logicalAnd));
    safe.forEach(
        (counter, isSafe) -> {
          if (isSafe) {
            assertThat(counters).containsEntry(counter, 0L);
          }
        });
  }

  private static SpikeRaster only(SpikeRaster raster, int step) {
    SpikeRaster one = new SpikeRaster(1, raster.neurons());
    for (int j = 0; j < raster.neurons(); j++) {
      if (raster.get(step, j)) {
        one.set(0, j);
      }
    }
    return one;
  }

  private static void observe(ChipImage image, LoihiCores cores, List<AccumulatorRange> ranges) {
    for (AccumulatorRange range : ranges) {
      switch (range.accumulator()) {
        case "u", "v" -> {
          Lif neurons = cores.neurons(range.of());
          for (int i = 0; i < neurons.neurons(); i++) {
            int value = range.accumulator().equals("u") ? neurons.current(i) : neurons.voltage(i);
            assertThat(Math.abs((double) value))
                .as(range.toString())
                .isLessThanOrEqualTo(range.worst());
          }
        }
        case "w" -> {
          LearningEngine engine = cores.engines(index(image, range.of())).getFirst();
          ImageLayer layer = image.layers().get(index(image, range.of()));
          for (int j = 0; j < layer.inputs(); j++) {
            for (int weight : engine.weightRow(j)) {
              assertThat((double) Math.abs(weight)).isLessThanOrEqualTo(range.worst());
            }
          }
        }
        default -> {}
      }
    }
  }

  private static int index(ChipImage image, String layer) {
    return image.layers().stream().map(ImageLayer::name).toList().indexOf(layer);
  }
}
