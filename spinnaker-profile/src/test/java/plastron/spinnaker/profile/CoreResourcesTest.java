package plastron.spinnaker.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plastron.core.run.Input;
import plastron.export.kit.CodeEdge;
import plastron.export.kit.CompiledLayer;
import plastron.export.kit.RefusedCodes;
import plastron.export.stage.QuantizedLayer;
import plastron.plasticity.model.RateEstimator;
import plastron.spinnaker.program.SpinnakerProgram;

/** What a core and a chip have of everything, and one more. */
class CoreResourcesTest {

  private static final SpinnakerProfile CHIP = new SpinnakerProfile();

  private static CompiledLayer<SpinnakerProgram> layer(String rule) {
    return CompiledLayer.of(
        CHIP,
        SmallSpinnakerModels.of(rule, new RateEstimator.Boxcar(), 1, 3, 6, 4),
        Input.each(List.of(SmallSpinnakerModels.input(1, 200, 6))));
  }

  /** A population that modulates itself is not cut: 256 neurons; rows are too long by then. */
  @Test
  void neurons() {
    var own = layer("ndp-linear");
    assertThat(CodeEdge.counted("S-CORE-NEURONS", n -> own.refused(6, n), 126, 300)).isEqualTo(256);
  }

  /** 3 + 2n of 256 words. */
  @Test
  void row() {
    var own = layer("ndp-linear");
    assertThat(CodeEdge.counted("S-CORE-ROW-WORDS", n -> own.refused(6, n), 10, 200))
        .isEqualTo(126);
  }

  /** Two bits beside those of 4097 neurons, which a core has not. */
  @Test
  void ring() {
    CodeEdge.never("S-CORE-RING-BITS", layer("ndp-linear").refused(6, 4097));
    CodeEdge.never("S-CORE-RING-BITS", layer("static").refused(6, 4097));
  }

  /** Six bytes an input of plastic rows, beside 12 KB of run time, of 64 KB. */
  @Test
  void dtcm() {
    var plastic = layer("dp-linear");
    assertThat(CodeEdge.counted("S-CORE-DTCM-BYTES", n -> plastic.refused(n, 1), 100, 20_000))
        .isBetween(8_000, 9_000);
  }

  /** 24 KB and 3 KB a kernel, of 32 KB. */
  @Test
  void itcm() {
    var plastic = layer("dp-linear");
    assertThat(CodeEdge.counted("S-CORE-ITCM-BYTES", n -> into(plastic, n), 1, 5)).isEqualTo(2);
  }

  /** Several layers of three inputs each into a population of four neurons. */
  private static Set<String> into(CompiledLayer<SpinnakerProgram> layer, int layers) {
    List<QuantizedLayer<SpinnakerProgram>> all =
        IntStream.range(0, layers).mapToObj(l -> layer.sized(l, 3, layers, 4)).toList();
    return RefusedCodes.ofMapping(
        CHIP,
        IntStream.rangeClosed(0, layers)
            .mapToObj(p -> p < layers ? 3 : 4)
            .collect(Collectors.toList()),
        all);
  }

  /** 200,000 cycles at 1.5 an instruction: 101 for a neuron, 64 for a spike to it. */
  @Test
  void cycles() {
    var fixed = layer("static");
    assertThat(CodeEdge.counted("S-CORE-CYCLES", n -> spikes(fixed, n).refused(6, 1), 1, 10_000))
        .isEqualTo((int) ((200_000 / 1.5 - 101) / 64));
  }

  private static CompiledLayer<SpinnakerProgram> spikes(
      CompiledLayer<SpinnakerProgram> layer, int aStep) {
    SpinnakerProgram p = layer.layer().program();
    return layer.with(
        new SpinnakerProgram(
            p.neuron(), p.ringShift(), p.plastic(), p.units(), aStep, p.interval()));
  }

  /** A row of 253 neurons has 256 words. */
  @Test
  void sdram() {
    var fixed = spikes(layer("static"), 1);
    assertThat(CodeEdge.counted("S-CHIP-SDRAM-BYTES", n -> fixed.refused(n, 253), 1000, 1_000_000))
        .isEqualTo((123_469_792 - 253 * 76) / 1024);
  }

  /** 15 cores on each of 48 chips. */
  @Test
  void cores() {
    var fixed = spikes(layer("static"), 1);
    int most = CodeEdge.counted("S-CORES", n -> fixed.refused(1, n), 1, 1_000_000);
    assertThat(most).isEqualTo(15 * 48 * 253);
  }
}
