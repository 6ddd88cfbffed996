package plastron.spinnaker.range;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.contract.ContractCase;
import plastron.export.contract.RandomModels;
import plastron.export.contract.RandomNetworks;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.image.ChipImage;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.range.AccumulatorRange;
import plastron.export.stage.ExportOptions;
import plastron.spinnaker.profile.SpinnakerProfile;

/** What cannot overflow in the worst case does not, in random models driven as hard as can be. */
class RangesOnCoresProperties {

  private static final SpinnakerProfile CHIP = new SpinnakerProfile();
  private static final int STEPS = 96;

  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void whatIsSafeIsNeverCounted(@ForAll long seed, @ForAll boolean network, @ForAll boolean all) {
    ContractCase drawn =
        network ? RandomNetworks.draw(seed, CHIP.form()) : RandomModels.draw(seed, CHIP.form());
    Optional<ChipImage> compiled = compile(drawn);
    Assume.that(compiled.isPresent());
    ChipImage image = compiled.get();
    Map<String, Long> counters =
        CHIP.emulator(image, true, 1).run(Input.of(hardest(image, all))).counters();
    List<AccumulatorRange> ranges = CHIP.ranges(image);
    assertThat(ranges).isNotEmpty();
    for (AccumulatorRange range : ranges) {
      String counter = range.of() + "." + range.counter();
      assertThat(counters).containsKey(counter);
      // The float model's: rounding may add a few steps.
      assertThat(range.calibrated().orElse(0)).isLessThanOrEqualTo(1.03 * range.worst() + 2);
      if (range.isSafe()) {
        assertThat(counters).as(range.toString()).containsEntry(counter, 0L);
      }
    }
  }

  private static Optional<ChipImage> compile(ContractCase drawn) {
    try {
      return Optional.of(
          ExportPipeline.to(CHIP).run(drawn.model(), drawn.calibration(), ExportOptions.DEFAULT));
    } catch (ExportRefusedException refused) {
      return Optional.empty();
    }
  }

  /** Spikes of all sources in all steps, or of every third in the last half. */
  private static SpikeRaster[] hardest(ChipImage image, boolean all) {
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
    return rasters.toArray(SpikeRaster[]::new);
  }
}
