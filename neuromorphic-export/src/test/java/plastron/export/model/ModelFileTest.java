package plastron.export.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.export.file.BrokenFileException;
import plastron.export.proto.ModelProto;
import plastron.export.proto.ProjectionProto;
import plastron.export.toy.ToyModels;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.layered.LayerSynapses;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.layered.PlasticLayer;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;

/** Model files of layers. Long, because files of every version and every damage are read. */
class ModelFileTest {

  @TempDir Path folder;

  @Test
  void everyCatalogueRuleComesBack() throws IOException {
    for (String rule : Catalogue.names()) {
      LayeredModel model = ToyModels.inForm(4, 3, rule, rule);
      assertSame(model, writeAndRead(model, rule));
    }
  }

  @Test
  void everyNetworkFormComesBack() throws IOException {
    Neuron srm = new Neuron.Srm(1.1, new Kernel.Finite(0, 0.3, Math.PI), 2);
    LayeredModel other =
        ToyModels.model(4, 3, srm, new Kernel.Alpha(9.7), Delivery.TRACE, 0, "ndp-oja");
    LayeredModel model =
        new LayeredModel(
            other.name(),
            4,
            other.layers(),
            5,
            new RateEstimator.ExponentialTrace(0.1),
            0.7,
            other.provenance());
    PlasticModel back = writeAndRead(model, "forms");
    assertSame(model, back);
    assertThat(back.provenance().keySet()).containsExactly("seed", "data");
  }

  @Test
  void recurrentSynapsesComeBack() throws IOException {
    for (String rule : Catalogue.names()) {
      LayeredModel model = ToyModels.recurrent(ToyModels.inForm(4, 3, rule, rule), rule);
      assertSame(model, writeAndRead(model, rule));
    }
  }

  @Test
  void filesOfOlderVersionsMeanTheSame() throws IOException {
    PlasticModel chain =
        ModelFile.read(Path.of("src/test/resources/models/plastron/version-1.plastron"));
    assertThat(chain.graph().projections())
        .extracting(PlasticProjection::name)
        .containsExactly("into hidden", "into output");
    assertThat(chain.graph().sizes()).containsExactly(40, 3, 2);
    assertThat(chain.graph().projections().getFirst().rule().name()).isEqualTo("ndp-oja");
    assertThat(chain.provenance()).containsKey("seed");
    PlasticModel cycle =
        ModelFile.read(Path.of("src/test/resources/models/plastron/version-2.plastron"));
    assertThat(cycle.graph().projections())
        .extracting(PlasticProjection::name)
        .containsExactly("into hidden", "within hidden", "into output");
    assertThat(cycle.graph().projections().get(1).rule().name()).isEqualTo("dp-bcm");
    assertThat(cycle.graph().projections().get(1).parameter("W")).hasDimensions(3, 3);
  }

  @Test
  void everySourceOfAModulatorComesBack() throws IOException {
    LayeredModel model = ToyModels.inForm(4, 3, "ndp-elig-decay");
    List<ModulatorSource> sources =
        List.of(
            new ModulatorSource.OwnLayer(),
            new ModulatorSource.ExternalScalar(),
            new ModulatorSource.ExternalVector(),
            new ModulatorSource.ConstantOne());
    for (ModulatorSource first : sources) {
      for (ModulatorSource second : sources) {
        RuleOptions options =
            RuleOptions.paper()
                .modulatedBy(first)
                .decayModulatedBy(new ModulatorSource.Tanh(second));
        PlasticLayer layer = model.layers().getFirst();
        LayerSynapses synapses = layer.feedforward();
        Map<String, double[][]> parameters = new LinkedHashMap<>(synapses.parameters());
        parameters
            .keySet()
            .retainAll(
                synapses.family().build(options).symbols(Role.PARAMETER).stream()
                    .map(Symbol::name)
                    .toList());
        LayeredModel other =
            model.withLayers(
                List.of(
                    layer.withProjections(
                        List.of(
                            new LayerSynapses(
                                synapses.kernel(),
                                synapses.delivery(),
                                synapses.latency(),
                                synapses.family(),
                                options,
                                parameters)))));
        assertSame(other, writeAndRead(other, first + " " + second));
      }
    }
  }

  @Test
  void aRuleOfNobodysCatalogueComesBackAsItWasDeclared() throws IOException {
    LayeredModel model = ToyModels.inForm(4, 3, "dp-linear");
    PlasticLayer layer = model.layers().getFirst();
    RuleFamily own = new OwnRule();
    PlasticLayer ownLayer =
        new PlasticLayer(
            "own",
            3,
            layer.neuron(),
            layer.kernel(),
            layer.delivery(),
            1,
            own,
            layer.options(),
            Map.of(
                "W",
                layer.parameter("W"),
                "alpha",
                layer.parameter("alpha"),
                "eta",
                layer.parameter("eta")));
    LayeredModel ownModel =
        new LayeredModel("own", 4, List.of(ownLayer), 8, model.rates(), 1, Map.of());
    PlasticModel back = writeAndRead(ownModel, "own");
    assertThat(back.graph().projections().getFirst().rule()).isEqualTo(own.build(layer.options()));
  }

  @Test
  void anExistingFileIsLeftAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("m"), "mine");
    assertThatThrownBy(() -> ModelFile.write(ToyModels.inForm(2, 1, "static").model(), file))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("Maybe choose another name");
    assertThat(file).hasContent("mine");
    assertThat(folder)
        .isDirectoryContaining(p -> p.equals(file))
        .isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void everyCutAndEveryChangedByteIsNoticed() throws IOException {
    Path file = folder.resolve("m");
    ModelFile.write(ToyModels.inForm(2, 1, "dp-linear").model(), file);
    byte[] bytes = Files.readAllBytes(file);
    Path damaged = folder.resolve("damaged");
    for (int length = 0; length < bytes.length; length++) {
      Files.write(damaged, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> ModelFile.read(damaged)).isInstanceOf(BrokenFileException.class);
    }
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= 4;
      Files.write(damaged, changed);
      assertThatThrownBy(() -> ModelFile.read(damaged))
          .isInstanceOf(BrokenFileException.class)
          .hasMessageNotContaining("\n");
    }
  }

  /** Files whose checksum is right can still say something impossible. */
  @Test
  void impossibleRecurrentSynapsesAreOneLineThatNamesThem() throws IOException {
    assertThat(refusalOf(synapses -> synapses.setDelivery("SOMETIMES")))
        .isEqualTo("Delivery (SOMETIMES) must be one of [TRACE, ARRIVAL].");
    assertThat(refusalOf(synapses -> synapses.getOptionsBuilder().setAlphaAxis("")))
        .isEqualTo(
            "Axis () must be one of [GLOBAL, PRE, POST, SYNAPSE, POST_POST, MODULATOR,"
                + " MODULATOR_POST].");
    assertThat(refusalOf(synapses -> synapses.setLatency(-1)))
        .isEqualTo("Latency (-1 steps) of synapses must be at least 0.");
    assertThat(refusalOf(synapses -> synapses.getParametersBuilder(0).setRows(-1).setColumns(-4)))
        .isEqualTo("Parameter W (9 values) must have -1 rows of -4.");
    assertThat(
            refusalOf(
                synapses ->
                    synapses.getParametersBuilder(0).clearValues().setRows(1 << 30).setColumns(0)))
        .isEqualTo("Parameter W (0 values) must have 1073741824 rows of 0.");
    assertThat(refusalOf(synapses -> synapses.getParametersBuilder(0).setRows(1).setColumns(9)))
        .isEqualTo(
            "Parameter W of the recurrent synapses of layer hidden (1 rows of 9) must be 3 rows of"
                + " 3.");
    assertThat(refusalOf(ProjectionProto.Builder::clearParameters))
        .isEqualTo(
            "Parameter W of the recurrent synapses of layer hidden (absent) must be one of [].");
    assertThat(refusalOf(ProjectionProto.Builder::clear))
        .isEqualTo("Modulator (nothing) must be one of five kinds.");
  }

  private String refusalOf(Consumer<ProjectionProto.Builder> change) throws IOException {
    byte[] old =
        Files.readAllBytes(Path.of("src/test/resources/models/plastron/version-2.plastron"));
    ModelProto.Builder message =
        ModelProto.parseFrom(Arrays.copyOfRange(old, 20, old.length - 32)).toBuilder();
    change.accept(message.getLayersBuilder(0).getRecurrentBuilder());
    Path file = folder.resolve("impossible");
    Files.write(file, ModelFile.ENVELOPE.wrap(2, message.build().toByteArray()));
    BrokenFileException refused =
        catchThrowableOfType(BrokenFileException.class, () -> ModelFile.read(file));
    String prefix = "File (%s) holds no valid model: ".formatted(file);
    assertThat(refused).hasMessageStartingWith(prefix);
    return String.valueOf(refused.getMessage()).substring(prefix.length());
  }

  @Test
  void headersThatAnnounceWhatTheFileDoesNotHaveAreRefused() throws IOException {
    Path file = folder.resolve("m");
    ModelFile.write(ToyModels.inForm(2, 1, "static").model(), file);
    byte[] bytes = Files.readAllBytes(file);
    for (long length : new long[] {0, -1, Long.MAX_VALUE, Long.MIN_VALUE, Integer.MAX_VALUE}) {
      ByteBuffer.wrap(bytes).putLong(12, length);
      Files.write(file, bytes);
      assertThatThrownBy(() -> ModelFile.read(file))
          .isInstanceOf(BrokenFileException.class)
          .hasMessageContaining("its header announces " + Long.toUnsignedString(length));
    }
  }

  @Test
  void aFileWithoutEndIsNotRead() {
    assumeTrue(Files.exists(Path.of("/dev/zero")));
    assertThatThrownBy(() -> ModelFile.read(Path.of("/dev/zero")))
        .hasMessage("File (/dev/zero) is no regular file.");
  }

  @Test
  void anotherFormatVersionIsNamed() throws IOException {
    Path file = folder.resolve("m");
    ModelFile.write(ToyModels.inForm(2, 1, "static").model(), file);
    byte[] bytes = Files.readAllBytes(file);
    bytes[11] = 9;
    Files.write(file, bytes);
    assertThatThrownBy(() -> ModelFile.read(file))
        .hasMessageContaining("format version (9), this build reads 1 to 4.");
  }

  private PlasticModel writeAndRead(LayeredModel model, String name) throws IOException {
    Path file = folder.resolve(name);
    ModelFile.write(model.model(), file);
    return ModelFile.read(file);
  }

  /** Parameters are arrays, which records compare by identity. */
  private static void assertSame(LayeredModel expected, PlasticModel actual) {
    assertThat(actual).usingRecursiveComparison().isEqualTo(expected.model());
  }

  private static final class OwnRule implements RuleFamily {
    @Override
    public String name() {
      return "cubic";
    }

    @Override
    public PlasticityRule build(RuleOptions options) {
      RuleBuilder rule = PlasticityRule.named(name()).citing("nobody");
      Symbol x = rule.activity("x", Axis.PRE);
      Symbol y = rule.activity("y", Axis.POST);
      Symbol w = rule.parameter("W", Axis.SYNAPSE, Bounds.NONE, "W");
      Symbol alpha = rule.parameter("alpha", Axis.SYNAPSE, new Bounds(-0.1, 3), "\\alpha");
      Symbol eta = rule.parameter("eta", Axis.GLOBAL, Bounds.UNIT, "\\eta");
      Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.symmetric(options.clip()), "E");
      return rule.update(
              e, Expr.sum(Expr.ref(e), Expr.product(eta, x, y, y), Expr.neg(Expr.constant(1e-3))))
          .weight(Expr.sum(Expr.ref(w), Expr.product(alpha, e)));
    }
  }
}
