package plastron.loihi.computed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plastron.export.predict.Computation;
import plastron.export.predict.ComputedRule;
import plastron.export.predict.ComputedRule.Parameter;
import plastron.export.predict.ComputedRule.SpikeUpdate;
import plastron.export.predict.ComputedRule.Update;
import plastron.export.predict.ComputedTrace;
import plastron.export.predict.CurrentFilter;
import plastron.export.stage.QuantizedLayer;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.PlasticProgram;
import plastron.plasticity.expr.Grid;

/**
 * Reads the program of a layer back as the rule that it computes. All quantities are the integers
 * that the chip holds; only {@code alpha.E} is in the model's units.
 */
public final class ComputedLayer {

  /** The names of both groups' weights. */
  static final String WEIGHT = "w";

  static final String ACCUMULATOR_WEIGHT = "accumulator_w";

  private ComputedLayer() {}

  /** The rule of a layer that learns; empty for others. */
  public static Optional<ComputedRule> of(QuantizedLayer<LoihiProgram> layer) {
    return layer.program().plastic().map(plastic -> of(layer, plastic));
  }

  private static ComputedRule of(QuantizedLayer<LoihiProgram> layer, PlasticProgram plastic) {
    List<ComputedTrace> traces = new ArrayList<>();
    List<Parameter> parameters = new ArrayList<>();
    List<Update> updates = new ArrayList<>();
    List<SpikeUpdate> timed = new ArrayList<>();
    ComputedSynapses weights =
        new ComputedSynapses(layer, plastic, "", LoihiProgram.TAG, LoihiProgram.DELAY);
    weights.addTo(plastic.rule(), WEIGHT, traces, parameters, updates, timed);
    plastic
        .accumulator()
        .ifPresent(
            rule ->
                new ComputedSynapses(
                        layer, plastic, "accumulator_", "", LoihiProgram.ACCUMULATOR_DELAY)
                    .addTo(rule, ACCUMULATOR_WEIGHT, traces, parameters, updates, timed));
    ComputedNeurons neurons = new ComputedNeurons(layer, plastic);
    plastic.neurons().ifPresent(neurons::read);
    ComputedReward reward = ComputedReward.of(layer, plastic);
    traces.addAll(reward.traces());
    parameters.addAll(reward.parameters());
    traces.addAll(neurons.traces());
    parameters.addAll(neurons.parameters());
    updates.addAll(neurons.updates());
    List<CurrentFilter> filters = neurons.filters();
    return new ComputedRule(
        traces,
        filters,
        joined(reward.externals(), neurons.externals()),
        parameters,
        joined(reward.signals(), neurons.signals()),
        updates,
        timed,
        Computation.Sum.of(Grid.EXACT, Computation.Term.of(plastic.unit(), WEIGHT)));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
