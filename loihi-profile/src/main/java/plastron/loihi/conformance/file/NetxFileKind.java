package plastron.loihi.conformance.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.ConformanceResult;
import plastron.export.conformance.ReferenceFileKind;
import plastron.export.conformance.VectorReader;
import plastron.loihi.conformance.Fields;
import plastron.loihi.netx.NetxFile;
import plastron.loihi.netx.NetxLayer;

/**
 * Files of netx: the numbers and spikes of the case in a document beside them that names the file.
 */
public final class NetxFileKind implements ReferenceFileKind {

  @Override
  public String name() {
    return "loihi/netx-file";
  }

  @Override
  public boolean recognises(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".h5") || name.endsWith(".net");
  }

  @Override
  public ConformanceResult check(Path file) throws IOException {
    List<NetxLayer> layers = NetxFile.read(file);
    VectorReader one =
        Beside.find(file, "netx", c -> NetxKind.isOf(c, file))
            .orElseThrow(
                () ->
                    new BrokenVectorException(
                        "a netx network that no case of kind netx in a document beside it names"));
    Comparison comparison = new Comparison();
    comparison.nextCase();
    try {
      List<NetxLayer> expected = NetxKind.layers(one);
      comparison.exact(layers.size(), expected.size(), () -> "number of layers");
      for (int l = 0; l < Math.min(layers.size(), expected.size()); l++) {
        compare(comparison, layers.get(l), expected.get(l), one.place() + ", layer " + l);
      }
      if (comparison.result().passed()) {
        NetxKind.run(one, layers, comparison);
      }
    } catch (IllegalArgumentException e) {
      throw new BrokenVectorException(one.place() + ": " + e.getMessage());
    }
    return comparison.result();
  }

  private static void compare(Comparison comparison, NetxLayer got, NetxLayer want, String place) {
    comparison.exact(got.size(), want.size(), () -> place + ", neurons");
    comparison.exact(got.inputs(), want.inputs(), () -> place + ", inputs");
    comparison.exact(
        got.recurrent().isPresent() ? 1 : 0,
        want.recurrent().isPresent() ? 1 : 0,
        () -> place + ", weight_rec");
    comparison.exact(
        got.delays().isPresent() ? 1 : 0,
        want.delays().isPresent() ? 1 : 0,
        () -> place + ", delay");
    comparison.exact(got.currentDecay(), want.currentDecay(), () -> place + ", iDecay");
    comparison.exact(got.voltageDecay(), want.voltageDecay(), () -> place + ", vDecay");
    comparison.exact(got.threshold(), want.threshold(), () -> place + ", vThMant");
    if (!comparison.result().passed()) {
      return;
    }
    Fields.compare(comparison, got.weights(), want.weights(), place + ", weight");
    if (got.recurrent().isPresent()) {
      Fields.compare(
          comparison,
          got.recurrent().get(),
          want.recurrent().orElseThrow(),
          place + ", weight_rec");
    }
    if (got.delays().isPresent()) {
      Fields.compare(
          comparison, got.delays().get(), want.delays().orElseThrow(), place + ", delay");
    }
    Fields.compare(
        comparison, new int[][] {got.bias()}, new int[][] {want.bias()}, place + ", bias");
  }
}
