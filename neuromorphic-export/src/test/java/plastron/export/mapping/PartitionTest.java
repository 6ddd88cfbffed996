package plastron.export.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import plastron.export.calibration.Calibration;
import plastron.export.calibration.PopulationRanges;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.kit.CodeEdge;
import plastron.export.kit.FixedPointProgram;
import plastron.export.kit.RefusedCodes;
import plastron.export.resource.Demand;
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
                + " (confirmed: ToyProfile): 62 too few. Maybe make the layer smaller: 10 neurons"
                + " fit.");
  }

  @Test
  void aNeuronThatFitsNowhereIsRefused() {
    assertThatThrownBy(() -> partition(layer(65, 2, "dp-linear")))
        .hasMessageEndingWith(
            "1 neurons with 65 inputs each need 65 synapses on one core, there are 64 synapses a"
                + " core (confirmed: ToyProfile): 1 too few. Maybe give it at most 64 inputs.");
    assertThat(partition(layer(64, 2, "dp-linear")).slices()).hasSize(2);
  }

  @Test
  void aNewChipStartsWhenMemoryIsUsedUp() {
    PartitionedModel<FixedPointProgram> model = partition(layer(6, 30, "dp-linear"));
    List<Placement> placements = Place.place(model, toy, new Diagnostics()).placements();
    assertThat(placements).extracting(Placement::chip).containsExactly(0, 0, 1);
    assertThat(placements).extracting(Placement::core).containsExactly(0, 1, 0);
  }

  @Test
  void tooManyCoresAreRefused() {
    PartitionedModel<FixedPointProgram> model = partition(layer(8, 56, "dp-linear"));
    assertThat(model.slices()).hasSize(7);
    assertThatThrownBy(() -> Place.place(model, toy, new Diagnostics()))
        .hasMessage(
            "T-CORES model m: needs 7 cores on 4 chips, there are 6 cores on 2: 3 too few."
                + " Population layer takes 7 of them: one holds at most 8 of its 56 neurons, which"
                + " take 64 of 64 synapses. Maybe make it smaller: 32 neurons would fit beside the"
                + " others.");
    PartitionedModel<FixedPointProgram> inside = partition(layer(8, 32, "dp-linear"));
    assertThat(Place.place(inside, toy, new Diagnostics()).placements()).hasSize(4);
  }

  /** A spike needs an axon for every part that it goes to; a core has 20 of them here. */
  @Test
  void populationsAreCutUntilTheirSpikesFindTheirWay() {
    ToyProfile routed =
        new ToyProfile() {
          @Override
          public List<Limit> limits() {
            return List.of(
                new Limit("synapses", Scope.CORE, 64, "synapses", "here", Evidence.OPEN),
                new Limit("axons", Scope.CORE, 20, "axons", "here", Evidence.OPEN));
          }

          @Override
          public Demand routes(int neurons, int destinations) {
            return new Demand(Map.of("axons", (long) neurons * destinations));
          }
        };
    // 4 inputs: 16 neurons a core. The second population has 10 inputs: 6 neurons a core.
    assertThat(sizes(routed, 10, 12)).containsExactly(10, 6, 6);
    assertThat(sizes(routed, 10, 18)).containsExactly(5, 5, 6, 6, 6);
    assertThatThrownBy(() -> sizes(routed, 10, 6 * 21))
        .hasMessageContaining("T-CORE-AXONS")
        .hasMessageEndingWith(
            "need 21 axons on one core, there are 20 axons a core (open: here): 1 too few. Maybe"
                + " let it send to smaller populations: they are cut into 21 parts, a neuron can"
                + " reach 20.");
    assertThat(sizes(routed, 10, 6 * 20)).hasSize(30);
  }

  private List<Integer> sizes(ToyProfile chip, int first, int second) {
    Outline outline =
        new Outline(
            "m",
            List.of("input", "first", "second"),
            List.of(4, first, second),
            List.of(0),
            new TreeMap<>(),
            8,
            Map.of(),
            ExportOptions.DEFAULT);
    FixedPointProgram program = new FixedPointProgram("static", 0, 0, 0, 8, 1);
    return Partition.partition(
            new QuantizedModel<>(
                outline,
                new Calibration(1, 0, List.of(), List.of()),
                List.of(
                    new QuantizedLayer<>("first", 0, 1, 4, first, "static", program, List.of()),
                    new QuantizedLayer<>(
                        "second", 1, 2, first, second, "static", program, List.of()))),
            chip,
            new Diagnostics())
        .slices()
        .stream()
        .map(s -> s.to() - s.from())
        .toList();
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
    assertThatThrownBy(() -> Place.place(model, tiny, new Diagnostics()))
        .isInstanceOfSatisfying(
            ExportRefusedException.class,
            e -> assertThat(e.refusals()).extracting("code").containsOnlyOnce("T-CHIP-SYNAPSES"));
  }

  /** Parts of 7, 7, 7, 7 and 6: two of 56 synapses and the one of 48 are the 160 of a chip. */
  @Test
  void coresThatThereAre() {
    int most = CodeEdge.counted("T" + "-CORES", n -> refused("dp-linear", 8, n), 8, 80);
    assertThat(most).isEqualTo(34);
  }

  /** 64 synapses. */
  @Test
  void whatACoreHas() {
    assertThat(CodeEdge.counted("T-CORE-SYNAPSES", n -> refused("dp-bcm", 6, n), 1, 21))
        .isEqualTo(10);
    assertThat(CodeEdge.counted("T-CORE-SYNAPSES", n -> refused("dp-linear", n, 2), 1, 100))
        .isEqualTo(64);
  }

  /** A part of 64 synapses, on a chip of that many and one of one less. */
  @Test
  void whatAChipHas() {
    CodeEdge.of("T-CHIP-SYNAPSES", onAChip(64), onAChip(63));
  }

  private static Set<String> onAChip(long synapses) {
    ToyProfile chip =
        new ToyProfile() {
          @Override
          public List<Limit> limits() {
            return List.of(
                new Limit("synapses", Scope.CORE, 64, "synapses", "here", Evidence.OPEN),
                new Limit("synapses", Scope.CHIP, synapses, "synapses", "here", Evidence.OPEN));
          }
        };
    return RefusedCodes.ofMapping(chip, List.of(8, 8), List.of(layer(8, 8, "dp-linear")));
  }

  private Set<String> refused(String rule, int inputs, int size) {
    return RefusedCodes.ofMapping(toy, List.of(inputs, size), List.of(layer(inputs, size, rule)));
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
        new QuantizedModel<>(outline, calibration, List.of(layer)), toy, new Diagnostics());
  }

  private static QuantizedLayer<FixedPointProgram> layer(int inputs, int size, String rule) {
    return new QuantizedLayer<>(
        rule, 0, 1, inputs, size, rule, new FixedPointProgram(rule, 0, 0, 0, 8, 1), List.of());
  }
}
