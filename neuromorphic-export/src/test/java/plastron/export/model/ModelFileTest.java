package plastron.export.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
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
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.ProjectionBuilder;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;

/** Models come back from their files as they were. */
class ModelFileTest {

  @TempDir Path folder;

  @Test
  void everyCatalogueRuleComesBack() throws IOException {
    for (String rule : Catalogue.names()) {
      PlasticModel model = ToyModels.inForm(4, 3, rule, rule);
      assertSame(model, writeAndRead(model, rule));
    }
  }

  @Test
  void rulesThatSingleSpikesDriveHaveAFormatVersionOfTheirOwn() {
    assertThat(version("stdp")).isEqualTo(6);
    assertThat(version("dp-linear")).isEqualTo(3);
  }

  private static int version(String rule) {
    return ByteBuffer.wrap(ModelFile.bytes(ToyModels.inForm(4, 3, rule, rule))).getInt(8);
  }

  @Test
  void everyNetworkFormComesBack() throws IOException {
    Neuron srm = new Neuron.Srm(1.1, new Kernel.Finite(0, 0.3, Math.PI), 2);
    PlasticModel other =
        ToyModels.model(4, 3, srm, new Kernel.Alpha(9.7), Delivery.TRACE, 0, "ndp-oja");
    Clock clock = new Clock(5, new RateEstimator.ExponentialTrace(0.1), 0.7);
    PlasticModel model = ToyModels.with(other, clock);
    PlasticModel back = writeAndRead(model, "forms");
    assertSame(model, back);
    assertThat(back.provenance().keySet()).containsExactly("seed", "data");
  }

  @Test
  void recurrentSynapsesComeBack() throws IOException {
    for (String rule : Catalogue.names()) {
      PlasticModel model = ToyModels.recurrent(ToyModels.inForm(4, 3, rule, rule), rule);
      assertSame(model, writeAndRead(model, rule));
    }
  }

  @Test
  void everySourceOfAModulatorComesBack() throws IOException {
    List<ModulatorSource> sources =
        List.of(
            new ModulatorSource.OwnLayer(),
            new ModulatorSource.Layer(0),
            new ModulatorSource.ExternalScalar(),
            new ModulatorSource.ExternalVector(),
            new ModulatorSource.ConstantOne());
    RuleFamily family = Catalogue.find("ndp-elig-decay").orElseThrow();
    for (ModulatorSource first : sources) {
      for (ModulatorSource second : sources) {
        PlasticityRule rule =
            family.build(
                RuleOptions.paper()
                    .modulatedBy(first)
                    .decayModulatedBy(new ModulatorSource.Tanh(second)));
        PlasticModel model = single(rule, p -> sources(rule).forEach(p::source));
        assertSame(model, writeAndRead(model, first + " " + second));
      }
    }
  }

  /** The input modulates, or signals with the names of their symbols. */
  private static Map<String, String> sources(PlasticityRule rule) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (Symbol symbol : rule.symbols()) {
      if (symbol.role() == Role.EXTERNAL) {
        sources.put(symbol.name(), symbol.name());
      } else if (symbol.role() == Role.ACTIVITY && symbol.axis() == Axis.MODULATOR) {
        sources.put(symbol.name(), "input");
      }
    }
    return sources;
  }

  @Test
  void aRuleOfNobodysCatalogueComesBackAsItWasDeclared() throws IOException {
    PlasticityRule own = ownRule();
    PlasticModel back = writeAndRead(single(own, p -> {}), "own");
    assertThat(back.graph().projections().getFirst().rule()).isEqualTo(own);
  }

  private static PlasticModel single(PlasticityRule rule, Consumer<ProjectionBuilder> how) {
    return PlasticModel.named("single")
        .source("input", 4)
        .population("layer1", 3, ToyModels.LIF)
        .projection("input", "layer1", p -> how.accept(p.rule(rule)))
        .build();
  }

  @Test
  void anExistingFileIsLeftAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("m"), "mine");
    assertThatThrownBy(() -> ModelFile.write(ToyModels.inForm(2, 1, "static"), file))
        .isInstanceOf(FileAlreadyExistsException.class)
        .hasMessageContaining("Maybe choose another name");
    assertThat(file).hasContent("mine");
    assertThat(folder)
        .isDirectoryContaining(p -> p.equals(file))
        .isDirectoryNotContaining("glob:**.part");
  }

  private PlasticModel writeAndRead(PlasticModel model, String name) throws IOException {
    Path file = folder.resolve(name);
    ModelFile.write(model, file);
    return ModelFile.read(file);
  }

  /** Parameters are arrays, which records compare by identity. */
  private static void assertSame(PlasticModel expected, PlasticModel actual) {
    assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
  }

  private static PlasticityRule ownRule() {
    RuleBuilder rule = PlasticityRule.named("cubic").citing("nobody");
    Symbol x = rule.activity("x", Axis.PRE);
    Symbol y = rule.activity("y", Axis.POST);
    Symbol w = rule.parameter("W", Axis.SYNAPSE, Bounds.NONE, "W");
    Symbol alpha = rule.parameter("alpha", Axis.SYNAPSE, new Bounds(-0.1, 3), "\\alpha");
    Symbol eta = rule.parameter("eta", Axis.GLOBAL, Bounds.UNIT, "\\eta");
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.symmetric(2), "E");
    return rule.update(
            e, Expr.sum(Expr.ref(e), Expr.product(eta, x, y, y), Expr.neg(Expr.constant(1e-3))))
        .weight(Expr.sum(Expr.ref(w), Expr.product(alpha, e)));
  }
}
