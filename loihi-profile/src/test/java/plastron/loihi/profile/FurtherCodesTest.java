package plastron.loihi.profile;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Values;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.kit.CodeEdge;
import plastron.export.kit.RefusedCodes;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.stage.ExportOptions;
import plastron.export.stage.ScaledLayer;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.NeuronNumbers;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;

/** What has no place on the chips whatever its numbers are, and the numbers of registers. */
class FurtherCodesTest {

  private static final List<SpikeRaster> EXAMPLES = DrawnModels.inputs(3, 160, 12, 1);
  private static final PlasticModel MODEL = DrawnModels.model("dp-linear", 8, 0.125, 5, 12, 8);

  private static Set<String> codes(
      ChipProfile<?, ?> chip, PlasticModel model, ExportOptions options) {
    return RefusedCodes.of(chip, model, Input.each(EXAMPLES), options);
  }

  private static Set<String> codes(PlasticModel model) {
    return codes(new Loihi2(), model, ExportOptions.DEFAULT);
  }

  private static PlasticModel with(Neuron neuron) {
    return DrawnModels.with(MODEL, n -> neuron);
  }

  private static PlasticModel scaled(String parameter, int posts, double factor) {
    PlasticProjection layer = MODEL.graph().projections().getFirst();
    double[][] values = layer.parameter(parameter);
    double[][] changed = new double[values.length][];
    for (int j = 0; j < values.length; j++) {
      changed[j] = values[j].clone();
      for (int i = 0; i < posts; i++) {
        changed[j][i] *= factor;
      }
    }
    Map<String, double[][]> parameters = new HashMap<>(layer.parameters());
    parameters.put(parameter, changed);
    return MODEL.withProjections(List.of(layer.withParameters(parameters)));
  }

  @Test
  void settings() {
    ExportOptions none = new ExportOptions(1, Map.of());
    ExportOptions one = new ExportOptions(1, Map.of("single-synapse", "true"));
    CodeEdge.of("L-SETTING", codes(new Loihi1(), MODEL, none), codes(new Loihi1(), MODEL, one));
  }

  @Test
  void neuronsThatDiffer() {
    double[] decays = new double[8];
    Arrays.fill(decays, 0.8);
    Neuron same = lif(Values.perNeuron(decays));
    decays[3] = 0.79;
    CodeEdge.of("L-PER-NEURON", codes(with(same)), codes(with(lif(Values.perNeuron(decays)))));
  }

  private static Neuron lif(Values decay) {
    return new Neuron.Lif(Values.of(1), decay, Values.of(0), Neuron.Reset.HARD, 0);
  }

  @Test
  void responseKernels() {
    CodeEdge.of(
        "L-SRM", codes(kernel(new Kernel.Exponential(5))), codes(kernel(new Kernel.Alpha(5))));
  }

  private static PlasticModel kernel(Kernel kernel) {
    PlasticProjection p = MODEL.graph().projections().getFirst();
    return MODEL.withProjections(
        List.of(
            new PlasticProjection(
                p.name(),
                p.from(),
                p.to(),
                kernel,
                p.delivery(),
                p.place(),
                p.latency(),
                p.rule(),
                p.sources(),
                p.parameters())));
  }

  /** Half of what neurons receive may be lost; three of eight that receive nothing are more. */
  @Test
  void fixedWeightsBelowTheSteps() {
    CodeEdge.of("L-ZERO", codes(scaled("W", 3, 1e-1)), codes(scaled("W", 3, 1e-4)));
  }

  /** Alpha.E may reach 1e9. */
  @Test
  void modelsThatDiverge() {
    CodeEdge.of("L-DIVERGES", codes(scaled("alpha", 8, 1)), codes(scaled("alpha", 8, 1e12)));
  }

  @Test
  void functionsAndSignals() {
    RuleOptions plain = RuleOptions.paper();
    RuleOptions tanh = plain.modulatedBy(new ModulatorSource.Tanh(new ModulatorSource.OwnLayer()));
    RuleOptions reward = plain.modulatedBy(new ModulatorSource.ExternalScalar());
    CodeEdge.of("L-FUNCTION", said(new Loihi2(), plain), said(new Loihi2(), tanh));
    CodeEdge.of("L-MOD-EXTERNAL", said(new Loihi1Assisted(), reward), said(new Loihi1(), reward));
  }

  private static Set<String> said(ChipProfile<?, ?> chip, RuleOptions options) {
    return chip.explain(Catalogue.find("ndp-linear").orElseThrow().build(options)).lines().stream()
        .map(line -> line.split(":", 2)[0])
        .collect(Collectors.toSet());
  }

  /** A decay of 12 bits, had the compiler chosen one more. */
  @Test
  void registers() {
    CodeEdge.of(
        "L-REGISTER",
        codes(decaying(4095), MODEL, ExportOptions.DEFAULT),
        codes(decaying(4096), MODEL, ExportOptions.DEFAULT));
  }

  /** The chip with a decay in place of the one that the compiler chooses. */
  private static ChipProfile<?, ?> decaying(int dv) {
    ChipProfile<?, ?> chip = ChipProfiles.named("loihi1");
    return (ChipProfile<?, ?>)
        Proxy.newProxyInstance(
            FurtherCodesTest.class.getClassLoader(),
            new Class<?>[] {ChipProfile.class},
            (proxy, method, arguments) -> {
              Object result = method.invoke(chip, arguments);
              return method.getName().equals("chooseScales") ? changed(result, dv) : result;
            });
  }

  private static List<ScaledLayer<LoihiProgram>> changed(Object layers, int dv) {
    return ((List<?>) layers)
        .stream()
            .map(
                l -> {
                  ScaledLayer<?> layer = (ScaledLayer<?>) l;
                  LoihiProgram program = (LoihiProgram) layer.program();
                  NeuronNumbers n = program.neurons();
                  return new ScaledLayer<>(
                      layer.name(),
                      layer.from(),
                      layer.to(),
                      layer.inputs(),
                      layer.size(),
                      layer.rule(),
                      new LoihiProgram(
                          new NeuronNumbers(
                              n.du(),
                              dv,
                              n.vth(),
                              n.biasMantissa(),
                              n.biasExponent(),
                              n.staticExponents(),
                              n.plasticExponent(),
                              n.voltageUnit()),
                          program.plastic(),
                          program.arithmetic()),
                      layer.arrays());
                })
            .toList();
  }
}
