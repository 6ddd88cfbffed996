package plastron.loihi.conformance.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import plastron.core.network.Neuron;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.ConformanceResult;
import plastron.export.conformance.ReferenceFileKind;
import plastron.export.conformance.VectorReader;
import plastron.export.hdf5.Hdf5Fields;
import plastron.export.hdf5.Hdf5Reader;
import plastron.export.nir.NirImporter;
import plastron.export.nir.node.NirGraph;
import plastron.export.nir.node.NirNode;
import plastron.export.nir.node.NirSteps;
import plastron.loihi.arithmetic.BiasEncoding;
import plastron.plasticity.model.PlasticModel;

/**
 * NIR files of networks that ran on Loihi's arithmetic: the chip's integers beside every neuron
 * have to say what its equation does, and the network, in float and with a step from neuron to
 * neuron, has to spike as the case of kind {@code network} that has the file's name.
 */
public final class NirFileKind implements ReferenceFileKind {

  /** Lava: forward Euler, spikes above the threshold, a step from neuron to neuron. */
  private static final NirSteps STEPS =
      new NirSteps(1e-3, NirSteps.Integration.EULER, Neuron.Reset.HARD, false, 1);

  private static final double TOLERANCE = 1e-9;
  private static final double DECAYS = 4096;
  private static final double THRESHOLD_UNIT = 64;

  @Override
  public String name() {
    return "loihi/nir";
  }

  @Override
  public boolean recognises(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".nir");
  }

  @Override
  public ConformanceResult check(Path file) throws IOException {
    Comparison comparison = new Comparison();
    comparison.nextCase();
    PlasticModel model = new NirImporter(STEPS).read(file);
    try {
      NirGraph graph = NirGraph.of(Hdf5Reader.read(file));
      double dt = STEPS.with(graph.metadata()).dt();
      graph.nodes().values().forEach(node -> neuron(node, dt, comparison));
      String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
      Optional<VectorReader> one =
          Beside.find(file, "network", c -> c.has("name") && c.text("name").equals(name));
      one.ifPresent(c -> new NetworkRun(c, model).compare(comparison));
    } catch (IllegalArgumentException e) {
      throw new BrokenVectorException(String.valueOf(e.getMessage()));
    }
    return comparison.result();
  }

  private static void neuron(NirNode node, double dt, Comparison comparison) {
    Hdf5Fields chip = node.metadata().innerOrEmpty("loihi");
    if (!node.type().equals("CubaLIF") || !chip.has("du")) {
      return;
    }
    double tauSynapse = dt * DECAYS / (chip.integer("du", 0, 4095) + 1);
    double tau = dt * DECAYS / chip.integer("dv", 1, 4096);
    int[] mantissa = chip.integers("bias_mant");
    int[] exponent = chip.integers("bias_exp");
    if (mantissa.length != exponent.length
        || mantissa.length != node.fields().array("v_leak").size()) {
      throw new IllegalArgumentException(
          "%s has %d biases, expected one for each of its neurons."
              .formatted(chip.subject(), mantissa.length));
    }
    near(node, "tau_syn", i -> tauSynapse, comparison);
    near(node, "w_in", i -> tauSynapse / dt, comparison);
    near(node, "tau_mem", i -> tau, comparison);
    near(node, "r", i -> tau / dt, comparison);
    int vth = chip.integer("vth", 0, 131071);
    near(node, "v_threshold", i -> vth, comparison);
    near(
        node,
        "v_leak",
        i -> BiasEncoding.value(mantissa[i], exponent[i]) / THRESHOLD_UNIT * tau / dt,
        comparison);
  }

  private static void near(NirNode node, String field, IntToDoubleFunction want, Comparison c) {
    double[] got = node.fields().numbers(field);
    for (int i = 0; i < got.length; i++) {
      int neuron = i;
      double expected = want.applyAsDouble(i);
      c.within(
          Math.abs(got[i] - expected) / Math.max(1, Math.abs(expected)),
          TOLERANCE,
          () -> "%s, %s, neuron %d".formatted(node.subject(), field, neuron));
    }
  }
}
