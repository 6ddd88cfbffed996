package plastron.export.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.core.network.Neuron;
import plastron.export.file.BrokenFileException;
import plastron.export.proto.GraphProto;
import plastron.export.proto.ModelProto;
import plastron.export.proto.ModuleProto;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.module.ModuleBuilder;
import plastron.plasticity.module.ModuleInput;
import plastron.plasticity.module.RateModule;
import plastron.plasticity.rate.BlockKind;
import plastron.plasticity.rate.RateBlock;
import plastron.plasticity.rate.kind.Gru;
import plastron.plasticity.rate.program.Parameter;
import plastron.plasticity.rate.program.Port;

/** Rate blocks in files of models. */
class ModuleFileTest {

  @TempDir private Path folder;

  private static PlasticModel withModules() {
    List<RateModule> modules = new ArrayList<>();
    for (BlockKind kind : BlockKind.all()) {
      for (RateBlock block : kind.examples()) {
        Map<String, List<ModuleInput>> inputs = new LinkedHashMap<>();
        for (Port port : block.program().inputs()) {
          int width = port.quantity().columns();
          inputs.put(port.name(), List.of(new ModuleInput.OfSignal("signal " + width, width)));
        }
        Map<String, double[][]> parameters = new LinkedHashMap<>();
        for (Parameter parameter : block.program().parameters()) {
          double[][] value = new double[parameter.rows()][parameter.columns()];
          value[0][0] = Math.PI;
          parameters.put(parameter.name(), value);
        }
        modules.add(new RateModule("m" + modules.size(), block, inputs, parameters));
      }
    }
    RateBlock last = new Gru(2 + modules.getFirst().width(), 1);
    modules.add(
        new ModuleBuilder("last", last).rates("a").module(modules.getFirst().name()).build(1));
    PlasticModel model =
        PlasticModel.named("with modules")
            .source("a", 2)
            .population("b", 1, new Neuron.Lif(1, 0.5, 0, Neuron.Reset.HARD, 0))
            .projection("a", "b")
            .build();
    return model.with(model.graph().withModules(modules));
  }

  /** Blocks of every kind, and everything that a module can read. */
  @Test
  void modulesComeBackFromAFileOfTheirVersion() throws IOException {
    Path file = folder.resolve("modules");
    ModelFile.write(withModules(), file);
    PlasticModel back = ModelFile.read(file);
    assertThat(back.graph().modules())
        .usingRecursiveComparison()
        .isEqualTo(withModules().graph().modules());
    assertThat(ModelFile.bytes(back)).isEqualTo(ModelFile.bytes(withModules()));
    assertThat(ByteBuffer.wrap(ModelFile.bytes(withModules())).getInt(8)).isEqualTo(5);
  }

  @Test
  void modulesThatCannotBeAreOneLine() throws IOException {
    int last = withModules().graph().modules().size() - 1;
    ModuleProto good = ModelFile.message(withModules()).getGraph().getModules(last);
    assertThat(refusalOf(graph -> graph.addModules(good)))
        .contains("Module of Input x of module last (m0)");
    ModuleProto.Builder other =
        good.toBuilder().setPorts(0, good.getPorts(0).toBuilder().clearReads());
    assertThat(refusalOf(graph -> graph.addModules(other)))
        .contains("Input x of module last (0 values, []) must have the");
    assertThat(refusalOf(graph -> graph.addModules(good.toBuilder().setBlock("gpu"))))
        .contains("Block (gpu) must be one of [");
    assertThat(refusalOf(graph -> graph.addModules(good.toBuilder().addPorts(good.getPorts(0)))))
        .contains("Input x of module last stands twice.");
    ModuleProto.Builder without = good.toBuilder().clearParameters();
    good.getParametersList().stream()
        .filter(p -> !p.getName().equals("W_u"))
        .forEach(without::addParameters);
    assertThat(refusalOf(graph -> graph.addModules(without)))
        .contains("A block's parameter (W_u) must be one of [");
  }

  private String refusalOf(Consumer<GraphProto.Builder> change) throws IOException {
    ModelProto.Builder message = ModelFile.message(withModules()).toBuilder();
    message.getGraphBuilder().clearModules();
    change.accept(message.getGraphBuilder());
    Path file = folder.resolve("impossible");
    Files.write(file, ModelFile.ENVELOPE.wrap(5, message.build().toByteArray()));
    BrokenFileException refused =
        catchThrowableOfType(BrokenFileException.class, () -> ModelFile.read(file));
    assertThat(refused.reason()).startsWith("holds no valid model: ").doesNotContain("\n");
    return refused.reason();
  }
}
