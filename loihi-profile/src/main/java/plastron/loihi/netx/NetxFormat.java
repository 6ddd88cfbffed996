package plastron.loihi.netx;

import java.util.List;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.image.ChipImage;
import plastron.export.image.OutputFile;
import plastron.loihi.chip.LoihiFormat;

/**
 * The network with its learning frozen as lava-dl's netx loads it. Only written when asked for,
 * since it leaves out what the model was trained for.
 */
public final class NetxFormat implements LoihiFormat {

  @Override
  public String name() {
    return "netx";
  }

  @Override
  public String description() {
    return "network.net, a chain of layers without learning for netx of lava-dl";
  }

  @Override
  public boolean isDefault() {
    return false;
  }

  @Override
  public void check(ChipImage image, Diagnostics diagnostics) {
    NetxChain.of(image, diagnostics);
  }

  @Override
  public List<OutputFile> write(ChipImage image) {
    requireIsFor(image);
    Diagnostics diagnostics = new Diagnostics();
    List<NetxLayer> layers = NetxChain.of(image, diagnostics);
    diagnostics.throwIfRefused();
    return List.of(
        new OutputFile(
            "network.net",
            "layers without learning, loaded by lava.lib.dl.netx.hdf5.Network",
            NetxFile.bytes(layers)));
  }
}
