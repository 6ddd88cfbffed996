package plastron.export.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.HardwareForm;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.ProjectionBuilder;

/**
 * Small models in the form of a chip, to be changed in one thing each, and what is said of them.
 *
 * @param chip the chip
 */
record EdgeModels(ChipProfile<?, ?> chip) {

  Neuron.Lif lif() {
    return chip.form().neuron(1, 10);
  }

  PlasticModel model(
      Neuron neuron, Consumer<ProjectionBuilder> how, UnaryOperator<ModelBuilder> more) {
    HardwareForm form = chip.form();
    int interval = form.updateInterval(8);
    ModelBuilder model =
        PlasticModel.named("edge")
            .source("a", 6)
            .population("x", 8, neuron)
            .projection("a", "x", inForm(how))
            .clock(new Clock(interval, form.rates(interval), 0.5))
            .seed(1);
    return more.apply(model).build();
  }

  /** A projection as the chip runs it, changed. */
  Consumer<ProjectionBuilder> inForm(Consumer<ProjectionBuilder> how) {
    HardwareForm form = chip.form();
    return p -> {
      p.kernel(form.kernel(5)).delivery(form.delivery()).latency(form.latency());
      how.accept(p.set("W", 0.2));
    };
  }

  static void learning(ProjectionBuilder projection) {
    projection.rule("dp-linear").set("alpha", 0.1).set("eta", 0.125);
  }

  PlasticModel plain() {
    return with(p -> {});
  }

  /** A plastic projection, changed. */
  PlasticModel with(Consumer<ProjectionBuilder> how) {
    return model(
        lif(),
        p -> {
          learning(p);
          how.accept(p);
        },
        m -> m);
  }

  PlasticModel with(Neuron neuron) {
    return model(neuron, p -> {}, m -> m);
  }

  PlasticModel and(UnaryOperator<ModelBuilder> more) {
    return model(lif(), EdgeModels::learning, more);
  }

  Set<String> codes(PlasticModel model) {
    return codes(model, ExportOptions.DEFAULT);
  }

  Set<String> codes(PlasticModel model, ExportOptions options) {
    return RefusedCodes.of(chip, model, examples(model, 3, EdgeModels::busy), options);
  }

  /** All codes that are said of a model, whatever they mean, by so many drawn examples. */
  Set<String> said(PlasticModel model, int count, IntFunction<SpikeRaster> sources) {
    return ExportPipeline.to(chip)
        .run(model, examples(model, count, sources), ExportOptions.DEFAULT)
        .diagnostics()
        .stream()
        .map(Diagnostic::code)
        .collect(Collectors.toSet());
  }

  private static List<Input> examples(
      PlasticModel model, int count, IntFunction<SpikeRaster> sources) {
    int[] sizes =
        model.graph().populations().stream()
            .filter(p -> p.neuron() instanceof Neuron.SpikeSource)
            .mapToInt(p -> p.size())
            .toArray();
    return IntStream.range(0, count)
        .mapToObj(e -> new Input(Arrays.stream(sizes).mapToObj(sources).toList(), Map.of()))
        .toList();
  }

  /** Every neuron fires in every third step, one after another. */
  static SpikeRaster busy(int neurons) {
    SpikeRaster spikes = new SpikeRaster(160, neurons);
    for (int t = 0; t < spikes.steps(); t++) {
      for (int n = t % 3; n < neurons; n += 3) {
        spikes.set(t, n);
      }
    }
    return spikes;
  }
}
