package plastron.loihi.lava;

import java.util.ArrayList;
import java.util.List;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.image.ChipImage;
import plastron.export.image.OutputFile;
import plastron.export.npz.NpzFile;
import plastron.loihi.chip.LoihiFormat;

/**
 * The network with its learning as a program for Lava, with what Plastron's emulator makes of a few
 * inputs when it draws Lava's random numbers. Only written when asked for: the emulator has to run.
 */
public final class LavaFormat implements LoihiFormat {

  private static final String FOLDER = "lava/";

  @Override
  public String name() {
    return "lava";
  }

  @Override
  public String description() {
    return "lava/, a program for Lava with its numbers, inputs, expected spikes and a comparator";
  }

  @Override
  public boolean isDefault() {
    return false;
  }

  @Override
  public void check(ChipImage image, Diagnostics diagnostics) {
    LavaCheck.check(image, diagnostics);
  }

  @Override
  public List<OutputFile> write(ChipImage image) {
    requireIsFor(image);
    Diagnostics diagnostics = new Diagnostics();
    LavaCheck.check(image, diagnostics);
    diagnostics.throwIfRefused();
    BundleTrials trials = BundleTrials.of(image);
    List<OutputFile> files = new ArrayList<>();
    files.add(OutputFile.text("run.py", "runs the network in Lava", Script.of(image, trials)));
    files.add(
        OutputFile.text(
            "compare.py", "compares what ran with expected.npz", Resource.COMPARE.text()));
    files.add(
        new OutputFile(
            "network.npz",
            "weights, tags and delay variables, [post][pre]",
            NpzFile.bytes(NetworkArrays.of(image))));
    files.add(
        new OutputFile(
            "input.npz",
            "spikes of the sources, [step][neuron]; what the host writes, [window][neuron]",
            NpzFile.bytes(trials.arrays())));
    files.add(
        new OutputFile(
            "expected.npz",
            "spikes, [step][neuron]; synapses that learn, [epoch][post][pre]",
            NpzFile.bytes(ExpectedRun.of(image, trials))));
    files.add(BundleManifest.file(image, trials, List.copyOf(files), diagnostics.all()));
    return files.stream().map(f -> new OutputFile(FOLDER + f.name(), f.role(), f.bytes())).toList();
  }
}
