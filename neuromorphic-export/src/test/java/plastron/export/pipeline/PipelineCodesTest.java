package plastron.export.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.run.Input;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.fixedpoint.Scale;
import plastron.export.kit.CodeEdge;
import plastron.export.kit.FixedPointProgram;
import plastron.export.kit.RefusedCodes;
import plastron.export.predict.ComputedRule;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.HardwareForm;
import plastron.export.profile.KernelForm;
import plastron.export.stage.QuantizedLayer;
import plastron.export.toy.ToyModels;
import plastron.export.toy.ToyProfile;
import plastron.plasticity.model.PlasticModel;

/** Codes of every chip that only an odd one says. */
class PipelineCodesTest {

  private static Set<String> codes(ChipProfile<?, ?> chip, PlasticModel model) {
    List<Input> examples =
        IntStream.rangeClosed(1, 3)
            .mapToObj(e -> Input.each(List.of(ToyModels.noise(160, 6, 0.3, e))).getFirst())
            .toList();
    return RefusedCodes.of(chip, model, examples);
  }

  /** A chip whose currents decay, and one that has none without. */
  @Test
  void kernelsThatAChipLacks() {
    ToyProfile decaying =
        new ToyProfile() {
          @Override
          public HardwareForm form() {
            HardwareForm f = super.form();
            return new HardwareForm(
                f.neurons(),
                f.minRefractorySteps(),
                f.maxRefractorySteps(),
                List.of(KernelForm.EXPONENTIAL),
                f.delivery(),
                f.latency(),
                f.rates(),
                f.alphaAxes(),
                f.intervals(),
                f.learningRates(),
                f.notes());
          }
        };
    CodeEdge.of(
        decaying.codePrefix() + "-KERNEL",
        codes(decaying, model(new Kernel.Exponential(3))),
        codes(decaying, model(new Kernel.Delta())));
  }

  private static PlasticModel model(Kernel kernel) {
    return ToyModels.model(6, 4, ToyModels.LIF, kernel, Delivery.ARRIVAL, 1, "dp-linear");
  }

  /** A chip that takes learning rates for this many times what they are. */
  @Test
  void rulesThatDivergeAsRounded() {
    CodeEdge.between("T" + "-ERROR", factor -> codes(raising(factor), growing()), 1, 1e250);
  }

  private static PlasticModel growing() {
    return ToyModels.inForm(6, 4, "dp-linear");
  }

  private static ToyProfile raising(double factor) {
    return new ToyProfile() {
      @Override
      public Optional<ComputedRule> computed(QuantizedLayer<FixedPointProgram> layer) {
        List<QuantizedArray> arrays =
            layer.arrays().stream()
                .map(a -> a.name().equals("alpha") ? times(a, factor) : a)
                .toList();
        return super.computed(
            new QuantizedLayer<>(
                layer.name(),
                layer.from(),
                layer.to(),
                layer.inputs(),
                layer.size(),
                layer.rule(),
                layer.program(),
                arrays));
      }
    };
  }

  private static QuantizedArray times(QuantizedArray array, double factor) {
    Scale scale = array.scale();
    return new QuantizedArray(
        array.name(),
        array.values(),
        new Scale(scale.lsb() * factor, scale.min(), scale.max()),
        array.error());
  }
}
