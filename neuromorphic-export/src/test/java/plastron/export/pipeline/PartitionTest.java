package plastron.export.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import plastron.export.calibration.Calibration;
import plastron.export.calibration.PopulationRanges;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.kit.FixedPointProgram;
import plastron.export.resource.Evidence;
import plastron.export.resource.Limit;
import plastron.export.resource.Scope;
import plastron.export.stage.ExportOptions;
import plastron.export.stage.Outline;
import plastron.export.stage.PartitionedModel;
import plastron.export.stage.PartitionedModel.Slice;
import plastron.export.stage.PlacedModel.Placement;
import plastron.export.stage.QuantizedLayer;
import plastron.export.stage.QuantizedModel;
import plastron.export.toy.ToyProfile;

/**
 * Cutting and placing, on the toy chip: 64 synapses a core, 160 a chip, 3 cores on each of 2 chips.
 */
class PartitionTest {

  private final ToyProfile toy = new ToyProfile();
  private final Diagnostics diagnostics = new Diagnostics();

  @Test
  void layersAreCutEvenlyIntoAsFewPartsAsFit() {
    List<Slice> slices = partition(layer(6, 21, "dp-linear")).slices();
    assertThat(slices).extracting(Slice::from).containsExactly(0, 7, 14);
    assertThat(slices).extracting(Slice::to).containsExactly(7, 14, 21);
    assertThat(slices).allSatisfy(s -> assertThat(s.demand().of("synapses")).isEqualTo(42));
  }

  @Test
  void whatMayNotBeCutIsRefusedWithTheSizeThatFits() {
    assertThatThrownBy(() -> partition(layer(6, 21, "dp-bcm")))
        .isInstanceOf(ExportRefusedException.class)
        .hasMessage(
            "T-CORE-SYNAPSES layer dp-bcm, rule dp-bcm: 21 neurons with 6 inputs each need 126"
                + " synapses on one core and may not be cut, there are 64 synapses a core"
                + " (confirmed: ToyProfile). Maybe make the layer smaller: 10 neurons fit.");
  }

  @Test
  void aNeuronThatFitsNowhereIsRefused() {
    assertThatThrownBy(() -> partition(layer(65, 2, "dp-linear")))
        .hasMessageContaining("Maybe give the layer fewer inputs.");
  }

  @Test
  void aNewChipStartsWhenMemoryIsUsedUp() {
    PartitionedModel<FixedPointProgram> model = partition(layer(6, 30, "dp-linear"));
    List<Placement> placements = Place.place(model, toy, diagnostics).placements();
    assertThat(placements).extracting(Placement::chip).containsExactly(0, 0, 1);
    assertThat(placements).extracting(Placement::core).containsExactly(0, 1, 0);
  }

  @Test
  void tooManyCoresAreRefused() {
    PartitionedModel<FixedPointProgram> model = partition(layer(8, 56, "dp-linear"));
    assertThat(model.slices()).hasSize(7);
    assertThatThrownBy(() -> Place.place(model, toy, diagnostics))
        .hasMessageContaining("T-CORES model m: needs 7 cores on 4 chips, there are 6 cores on 2.");
  }

  @Test
  void aLayerWhosePartsAreTooLargeForAChipIsRefusedOnce() {
    ToyProfile tiny =
        new ToyProfile() {
          @Override
          public List<Limit> limits() {
            return List.of(
                new Limit("synapses", Scope.CORE, 64, "synapses", "here", Evidence.OPEN),
                new Limit("synapses", Scope.CHIP, 40, "synapses", "here", Evidence.OPEN));
          }
        };
    PartitionedModel<FixedPointProgram> model = partition(layer(6, 30, "dp-linear"));
    assertThatThrownBy(() -> Place.place(model, tiny, diagnostics))
        .isInstanceOfSatisfying(
            ExportRefusedException.class,
            e -> assertThat(e.refusals()).extracting("code").containsOnlyOnce("T-CHIP-SYNAPSES"));
  }

  private PartitionedModel<FixedPointProgram> partition(QuantizedLayer<FixedPointProgram> layer) {
    Outline outline =
        new Outline(
            "m",
            List.of("input", "layer"),
            List.of(6, 21),
            List.of(0),
            new TreeMap<>(),
            8,
            Map.of(),
            ExportOptions.DEFAULT);
    Calibration calibration =
        new Calibration(1, 0, List.of(new PopulationRanges("input", 0, 0, 0, 0, 0)), List.of());
    return Partition.partition(
        new QuantizedModel<>(outline, calibration, List.of(layer)), toy, diagnostics);
  }

  private static QuantizedLayer<FixedPointProgram> layer(int inputs, int size, String rule) {
    return new QuantizedLayer<>(
        rule, 0, 1, inputs, size, rule, new FixedPointProgram(rule, 0, 0, 0, 8, 1), List.of());
  }
}
