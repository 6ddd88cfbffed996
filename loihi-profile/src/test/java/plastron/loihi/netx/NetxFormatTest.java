package plastron.loihi.netx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;
import plastron.export.Compilation;
import plastron.export.contract.ContractCase;
import plastron.export.contract.RandomModels;
import plastron.export.contract.RandomNetworks;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.diagnostic.Severity;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.stage.ExportOptions;

/** What netx loads is what the chip's emulator runs without learning. */
class NetxFormatTest {

  private static final int SEEDS = 30;

  @TempDir private Path folder;

  @Test
  void aFileWithoutLossRunsAsTheChip() throws IOException {
    ChipProfile<?, ?> chip = ChipProfiles.named("loihi2");
    NetxFormat format = new NetxFormat();
    int exact = 0;
    int refused = 0;
    long spikes = 0;
    for (int seed = 1; seed <= SEEDS; seed++) {
      for (ContractCase tried :
          List.of(RandomModels.draw(seed, chip.form()), RandomNetworks.draw(seed, chip.form()))) {
        Compilation compiled;
        try {
          compiled =
              Compilation.of(tried.model(), chip, tried.calibration(), ExportOptions.DEFAULT);
        } catch (ExportRefusedException e) {
          continue;
        }
        List<Diagnostic> said = format.diagnostics(compiled.image());
        if (said.stream().anyMatch(d -> d.severity() == Severity.REFUSAL)) {
          refused++;
          continue;
        }
        Path file = folder.resolve("network.net");
        Files.write(file, format.write(compiled.image()).getFirst().bytes());
        if (said.stream().allMatch(d -> d.code().equals("L-FREEZE"))) {
          spikes += compare(compiled, NetxFile.read(file), tried);
          exact++;
        } else {
          assertThat(NetxFile.read(file)).isNotEmpty();
        }
      }
    }
    assertThat(exact).isGreaterThan(2);
    assertThat(refused).isPositive();
    assertThat(spikes).isPositive();
  }

  private static long compare(Compilation compiled, List<NetxLayer> layers, ContractCase tried) {
    Input input = tried.fresh().getFirst();
    Recording chip = compiled.emulator(false, 1).run(input);
    NetxNetwork network = new NetxNetwork(layers);
    int[] row = row(compiled);
    int[] active = new int[Arrays.stream(compiled.model().graph().sizes()).max().orElseThrow()];
    long count = 0;
    for (int t = 0; t < input.steps(); t++) {
      int given = input.spikes().getFirst().spikes(t, active);
      network.step(Arrays.copyOf(active, given));
      for (int l = 0; l < row.length; l++) {
        SpikeRaster raster = chip.spikes().get(row[l]);
        int[] want = Arrays.copyOf(active, raster.spikes(t, active));
        assertThat(network.spikes(l).toArray())
            .as("%s, layer %d, step %d", tried.name(), l, t)
            .isEqualTo(want);
        count += want.length;
      }
    }
    return count;
  }

  /** The populations in the order of the chain. */
  private static int[] row(Compilation compiled) {
    List<Integer> row = new ArrayList<>();
    int at = compiled.image().sources().getFirst();
    for (boolean more = true; more; ) {
      int from = at;
      more = false;
      for (var layer : compiled.image().layers()) {
        if (layer.from() == from && layer.to() != from) {
          at = layer.to();
          more = true;
        }
      }
      if (more) {
        row.add(at);
      }
    }
    return row.stream().mapToInt(Integer::intValue).toArray();
  }
}
