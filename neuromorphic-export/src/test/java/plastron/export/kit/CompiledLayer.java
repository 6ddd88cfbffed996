package plastron.export.kit;

import java.util.List;
import java.util.Set;
import plastron.core.run.Input;
import plastron.export.fixedpoint.ScaledArray;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.profile.ChipProfile;
import plastron.export.stage.ExportOptions;
import plastron.export.stage.QuantizedLayer;
import plastron.export.stage.ScaledLayer;
import plastron.plasticity.model.PlasticModel;

/**
 * A layer that was compiled while it was small, to be cut and placed at sizes that no test
 * compiles: what a core needs follows from numbers of neurons and inputs.
 *
 * @param chip that it was compiled for
 * @param layer from population 0 to population 1
 * @param <P> the profile's type for a program
 */
public record CompiledLayer<P>(ChipProfile<?, P> chip, QuantizedLayer<P> layer) {

  /** The first layer of a model. */
  public static <R, P> CompiledLayer<P> of(
      ChipProfile<R, P> chip, PlasticModel model, List<Input> examples) {
    ScaledLayer<P> scaled =
        ExportPipeline.to(chip).scales(model, examples, ExportOptions.DEFAULT).layers().getFirst();
    return new CompiledLayer<>(
        chip,
        new QuantizedLayer<>(
            scaled.name(),
            0,
            1,
            scaled.inputs(),
            scaled.size(),
            scaled.rule(),
            scaled.program(),
            scaled.arrays().stream().map(ScaledArray::quantize).toList()));
  }

  /** The layer with another program. */
  public CompiledLayer<P> with(P program) {
    return new CompiledLayer<>(
        chip,
        new QuantizedLayer<>(
            layer.name(),
            0,
            1,
            layer.inputs(),
            layer.size(),
            layer.rule(),
            program,
            layer.arrays()));
  }

  /** The layer at other sizes, between other populations. */
  public QuantizedLayer<P> sized(int from, int inputs, int to, int size) {
    return new QuantizedLayer<>(
        layer.name(), from, to, inputs, size, layer.rule(), layer.program(), layer.arrays());
  }

  /** By what the layer is refused at other sizes. */
  public Set<String> refused(int inputs, int size) {
    return RefusedCodes.ofMapping(chip, List.of(inputs, size), List.of(sized(0, inputs, 1, size)));
  }
}
