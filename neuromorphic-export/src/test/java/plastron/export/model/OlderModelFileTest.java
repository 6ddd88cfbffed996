package plastron.export.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.export.file.BrokenFileException;
import plastron.export.proto.ModelProto;
import plastron.export.proto.ParameterProto;
import plastron.export.proto.ProjectionProto;
import plastron.export.proto.RuleProto;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;

/** Models of format versions 1 and 2, whose layers are a chain, mean what they always did. */
class OlderModelFileTest {

  private static final Path FILES = Path.of("src/test/resources/models/plastron");

  @TempDir Path folder;

  @Test
  void filesOfOlderVersionsMeanTheSame() throws IOException {
    PlasticModel chain = ModelFile.read(FILES.resolve("version-1.plastron"));
    assertThat(chain.graph().projections())
        .extracting(PlasticProjection::name)
        .containsExactly("into hidden", "into output");
    assertThat(chain.graph().sizes()).containsExactly(40, 3, 2);
    assertThat(chain.graph().projections().getFirst().rule().name()).isEqualTo("ndp-oja");
    assertThat(chain.provenance()).containsKey("seed");
    PlasticModel cycle = ModelFile.read(FILES.resolve("version-2.plastron"));
    assertThat(cycle.graph().projections())
        .extracting(PlasticProjection::name)
        .containsExactly("into hidden", "within hidden", "into output");
    assertThat(cycle.graph().projections().get(1).rule().name()).isEqualTo("dp-bcm");
    assertThat(cycle.graph().projections().get(1).parameter("W")).hasDimensions(3, 3);
  }

  /** Every number of them, as the version before graphs became the only models wrote them. */
  @Test
  void noBitOfThemHasChanged() throws IOException, NoSuchAlgorithmException {
    assertThat(hash("version-1.plastron"))
        .isEqualTo("c698dd994c349ebd7bdf2edfa790bfcbcd26a5894e5234ff2c7443d40324a4e5");
    assertThat(hash("version-2.plastron"))
        .isEqualTo("7cab7c9db5c33fbf474fcc3c5234502e9fe87d315b3993f0fa9f02dcbce21ca3");
  }

  private static String hash(String name) throws IOException, NoSuchAlgorithmException {
    byte[] bytes = ModelFile.bytes(ModelFile.read(FILES.resolve(name)));
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  /** Files whose checksum is right can still say something impossible. */
  @Test
  void impossibleSynapsesAreOneLineThatNamesThem() throws IOException {
    assertThat(refusalOf(synapses -> synapses.setDelivery("SOMETIMES")))
        .isEqualTo("Delivery (SOMETIMES) must be one of [TRACE, ARRIVAL].");
    assertThat(refusalOf(synapses -> synapses.getOptionsBuilder().setAlphaAxis("")))
        .isEqualTo(
            "Axis () must be one of [GLOBAL, PRE, POST, SYNAPSE, POST_POST, MODULATOR,"
                + " MODULATOR_POST].");
    assertThat(refusalOf(synapses -> synapses.setLatency(-1)))
        .isEqualTo("Latency of projection within hidden (-1 steps) must be at least 0.");
    assertThat(refusalOf(synapses -> synapses.getParametersBuilder(0).setRows(-1).setColumns(-4)))
        .isEqualTo("Parameter W (9 values) must have -1 rows of -4.");
    assertThat(
            refusalOf(
                synapses ->
                    synapses.getParametersBuilder(0).clearValues().setRows(1 << 30).setColumns(0)))
        .isEqualTo("Parameter W (0 values) must have 1073741824 rows of 0.");
    assertThat(refusalOf(synapses -> synapses.getParametersBuilder(0).setRows(1).setColumns(9)))
        .isEqualTo(
            "Model cue-association-ndp-oja: Parameter W of within hidden (1 rows of 9) must be 3"
                + " rows of 3.");
    assertThat(refusalOf(ProjectionProto.Builder::clearParameters))
        .isEqualTo(
            "Model cue-association-ndp-oja: Parameter W of within hidden (absent) must be one of"
                + " [].");
    assertThat(refusalOf(ProjectionProto.Builder::clear))
        .isEqualTo("Modulator (nothing) must be one of five kinds.");
  }

  @Test
  void aModulatorThatIsNotThereIsRefused() throws IOException {
    assertThat(
            refusalOf(
                synapses ->
                    synapses.setRule(modulated()).getOptionsBuilder().clearModulator().setLayer(3)))
        .isEqualTo("Modulating population of within hidden (3) must be 0 to 2, the model's last.");
    assertThat(
            refusalOf(
                synapses -> synapses.setRule(modulated()).getOptionsBuilder().setOwnLayer(true)))
        .isEqualTo("Modulating population of within hidden (-1) must be 0 to 2, the model's last.");
  }

  @Test
  void aModulatorIsCountedFromTheInput() throws IOException {
    for (int population = 0; population < 3; population++) {
      int of = population;
      PlasticModel model =
          ModelFile.read(
              changed(
                  synapses -> {
                    synapses.setRule(modulated()).getOptionsBuilder().setLayer(of);
                    synapses.clearParameters();
                    synapses.addAllParameters(parameters(new int[] {40, 3, 2}[of]));
                  }));
      assertThat(model.graph().modulators(model.graph().projections().get(1)))
          .containsExactly(Map.entry("m", of));
    }
  }

  private static RuleProto modulated() {
    RuleOptions options = RuleOptions.paper().modulatedBy(new ModulatorSource.Layer(0));
    return RuleMessage.write(Catalogue.find("ndp-linear").orElseThrow().build(options));
  }

  private static List<ParameterProto> parameters(int modulators) {
    return ParameterMessage.write(
        Map.of(
            "W", new double[3][3],
            "alpha", new double[3][3],
            "W_m", new double[modulators][3],
            "eta", new double[1][1]));
  }

  @Test
  void aModelWithoutLayersIsRefused() throws IOException {
    Path file = folder.resolve("none");
    ModelProto message =
        ModelProto.newBuilder().setName("none").setUpdateInterval(1).setReferenceRate(1).build();
    Files.write(file, ModelFile.ENVELOPE.wrap(1, message.toByteArray()));
    assertThatThrownBy(() -> ModelFile.read(file))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageEndingWith("Model none (0 layers) needs at least one layer.");
  }

  private String refusalOf(Consumer<ProjectionProto.Builder> change) throws IOException {
    Path file = changed(change);
    BrokenFileException refused =
        catchThrowableOfType(BrokenFileException.class, () -> ModelFile.read(file));
    String prefix = "File (%s) holds no valid model: ".formatted(file);
    assertThat(refused).hasMessageStartingWith(prefix);
    return String.valueOf(refused.getMessage()).substring(prefix.length());
  }

  /** Version 2 with other synapses within its hidden layer. */
  private Path changed(Consumer<ProjectionProto.Builder> change) throws IOException {
    byte[] old = Files.readAllBytes(FILES.resolve("version-2.plastron"));
    ModelProto.Builder message =
        ModelProto.parseFrom(Arrays.copyOfRange(old, 20, old.length - 32)).toBuilder();
    change.accept(message.getLayersBuilder(0).getRecurrentBuilder());
    Path file = folder.resolve("changed");
    Files.write(file, ModelFile.ENVELOPE.wrap(2, message.build().toByteArray()));
    return file;
  }
}
